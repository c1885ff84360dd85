/** Goes with every export: what the files are, and how to check them without us. */
export const README = `# The record of a Clarion

Every public act, in the order in which it was entered.

- entries.jsonl: an entry a line, from number 1 on, as canonical JSON (RFC 8785).
- hashes.txt: the hash of each, as it was kept, a line each.
- checkpoints.jsonl: what was signed of it, over time: a JSON object a line whose "note" is the signed note.
- checkpoint: the last of them, over all entries here (C2SP tlog-checkpoint, Ed25519).
- keys.txt: every key that signed them, the latest first (C2SP vkey: name, id, key).

An entry has an act, a number, the hash of the entry before ("previous", zeros in the first), and
commitments. What people wrote is not here: a commitment is the SHA-256 over the length-prefixed parts
"text-v1", salt and text, and whoever has salt and text can show that they are the ones. An erased text
leaves its commitment behind, and nothing else.

## Check it with sha256sum

The hash of an entry is the SHA-256 of one zero byte and its line. Entry 1, whose hash entry 2 names:

    (printf '\\0'; head -n 1 entries.jsonl | tr -d '\\n') | sha256sum
    sed -n 2p entries.jsonl | grep -o '"previous":"[0-9a-f]*"'
    sed -n 1p hashes.txt

The whole chain, slowly and with nothing but a shell:

    previous=$(printf '0%.0s' $(seq 64))
    number=0
    while IFS= read -r entry; do
      number=$((number + 1))
      case "$entry" in
        *"\\"number\\":$number,\\"previous\\":\\"$previous\\"}") ;;
        *) echo "entry $number does not follow the one before"; break ;;
      esac
      previous=$( (printf '\\0'; printf %s "$entry") | sha256sum | cut -d' ' -f1)
    done < entries.jsonl
    echo "$number entries"

## Check all of it

    recount verify-record . --key <the key, as you know it from elsewhere>

checks every entry, the tree over them (RFC 9162) against every checkpoint, and every signature, with no
network; it names the first entry that is wrong. The program comes with the source of Clarion.

Compare the key, and a checkpoint that you kept, with what others have: whoever signs could show two people
two records, and comparing is what finds that.
`;
