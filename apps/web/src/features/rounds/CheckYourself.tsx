import { SectionHead } from '../../ui/PageHeader';

/** How to check a round without this site: in plain words, for somebody with a computer. */
export function CheckYourself() {
  return (
    <section aria-labelledby="check-yourself" className="prose">
      <SectionHead id="check-yourself" title="Check it without this site" />
      <p className="max-w-measure">
        A recount in this browser runs code that this site gave you. If you would rather trust
        nothing that comes from here, take the data and the program to a computer of your own. The
        program is called recount, comes with the free source of this site, and needs Node.js, but
        no account, no database and no network.
      </p>
      <ol>
        <li>
          Download the data of a round. The README inside says what each file is, what can be
          recomputed from which, and how to check hashes and signature with tools that are not ours.
        </li>
        <li>
          In the source, run <Command>pnpm recount -- round.zip</Command>; or, with the program as
          one packed file, <Command>npx ./clarion-recount-0.1.0.tgz round.zip</Command>. It checks
          every hash and the signature, works out each order again, and ends with <b>identical</b>{' '}
          or the first place that differs.
        </li>
        <li>
          To read why a proposal stands where it does, add <Command>--explain 7</Command> with its
          number.
        </li>
        <li>
          Compare the SHA-256 and the key with what is above and with what somebody else has: then
          both of you hold the same round. Whoever could change this page could change the numbers
          on it as well.
        </li>
      </ol>
    </section>
  );
}

function Command({ children }: { children: string }) {
  return (
    <code className="rounded-sm bg-fold px-1 text-[0.95em] [font-family:ui-monospace,monospace] [overflow-wrap:anywhere]">
      {children}
    </code>
  );
}
