import { graphql } from '../../graphql/generated';

/** What is moderated: of which kind, and its id. */
export const ModeratedItemFragment = graphql(`
  fragment ModeratedItem on SourceItem {
    __typename
    ... on Proposal {
      id
    }
    ... on Comment {
      id
    }
    ... on Evidence {
      id
    }
    ... on Decision {
      id
    }
  }
`);

/** An act as everybody reads it. */
export const LoggedActFragment = graphql(`
  fragment LoggedAct on ModerationAct {
    id
    act
    title
    reasonLabel
    reasonSays
    at
    goesOnAt
    until
    isReversed
    aboutKind
    body {
      id
      kind
      name
    }
    consultation {
      id
      title
    }
    contribution {
      __typename
      ... on Proposal {
        id
        statement
      }
      ... on Comment {
        id
        remark: body
      }
      ... on Evidence {
        id
        claim
      }
      ... on Decision {
        id
      }
    }
    appeal {
      at
      dueOn
      answeredAt
      isUpheld
    }
  }
`);

/** An act as whoever it was done to reads it. */
export const OwnActFragment = graphql(`
  fragment OwnAct on ModerationAct {
    id
    title
    at
    isReversed
    toAuthor
    viewerMayAppeal
    appealUntil
    by {
      id
      displayName
    }
    appeal {
      at
      dueOn
      answeredAt
      isUpheld
      answer
    }
  }
`);

/** That words are under seal. */
export const SealFragment = graphql(`
  fragment Seal on Seal {
    until
    destroyedAt
    viewerMayRead
  }
`);

/** What stands in the place of something hidden. */
export const HiddenPlaceFragment = graphql(`
  fragment HiddenPlace on Hidden {
    act {
      id
      title
      reasonLabel
      reasonSays
      at
      goesOnAt
      body {
        id
        kind
        name
      }
      ...OwnAct
    }
    words {
      label
      text
    }
    seal {
      ...Seal
    }
  }
`);
