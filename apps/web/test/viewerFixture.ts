const BRISTOL_EAST = {
  ...{ __typename: 'Body', id: 'bristol-east', kind: 'clp', name: 'Bristol East CLP' },
};

/** Somebody who is signed in, as the frame of every page knows them: Asha, unless a test says who. */
export const viewerOf = (
  displayName = 'Asha Rahman',
  { id = 'asha', clp = BRISTOL_EAST as object | null, ...changes }: Record<string, unknown> = {},
) => ({
  __typename: 'Viewer',
  standing: 'member',
  isRepresentative: false,
  heldUntil: null,
  lapsedOn: null,
  needsPasskey: false,
  officesWaiting: [] as object[],
  isModerator: false,
  suspendedUntil: null,
  interests: [] as string[],
  skills: [] as string[],
  member: { __typename: 'Member', id, displayName, clp },
  offices: [] as object[],
  ...changes,
});
