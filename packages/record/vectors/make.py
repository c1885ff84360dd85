"""Makes the vectors that no one else has published, by an implementation of its own: Python's hashlib
and json, and the Ed25519 of the `cryptography` package. Nothing here is shared with the package.

    python3 packages/record/vectors/make.py
"""

import base64
import hashlib
import json
import struct
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HERE = Path(__file__).parent


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def canonical(value) -> bytes:
    """RFC 8785 for what these vectors hold: whole numbers, and names within ASCII."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def parts(*all_parts: bytes) -> bytes:
    return b"".join(struct.pack(">I", len(part)) + part for part in all_parts)


# RFC 9162, section 2.1, as it is written there: by recursion over the leaves.
def k_of(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def mth(leaves: list) -> bytes:
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return sha(b"\0" + leaves[0])
    k = k_of(len(leaves))
    return sha(b"\1" + mth(leaves[:k]) + mth(leaves[k:]))


def path(m: int, leaves: list) -> list:
    if len(leaves) == 1:
        return []
    k = k_of(len(leaves))
    if m < k:
        return path(m, leaves[:k]) + [mth(leaves[k:])]
    return path(m - k, leaves[k:]) + [mth(leaves[:k])]


def subproof(m: int, leaves: list, whole: bool) -> list:
    if m == len(leaves):
        return [] if whole else [mth(leaves)]
    k = k_of(len(leaves))
    if m <= k:
        return subproof(m, leaves[:k], whole) + [mth(leaves[k:])]
    return subproof(m - k, leaves[k:], False) + [mth(leaves[:k])]


def write(name: str, value) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    (HERE / name).write_text(text + "\n")


def text_commitment(text: str, salt: bytes) -> bytes:
    return sha(parts(b"text-v1", salt, text.encode()))


ACTS = [
    ({"kind": "sent", "about": "proposal 1", "at": "2026-03-02T09:00:00Z"},
     {"title": "Free bus travel under 22", "text": "From £2 to nothing. Ünïcödé 🚌"}),
    ({"kind": "commented", "about": "proposal 1", "at": "2026-03-02T09:05:00Z"}, {"text": "No."}),
    ({"kind": "phase", "to": "ranking", "reasons": ["enough votes", None, True, 7]}, {}),
    ({"kind": "withdrawn", "about": "proposal 1"}, {"reason": ""}),
    ({"kind": "decided", "about": "proposal 2", "verdict": "adopted"}, {}),
]


def make_chain() -> list:
    entries, previous = [], "0" * 64
    for number, (act, texts) in enumerate(ACTS, 1):
        opened = {
            name: {"text": text, "salt": sha(f"salt {number} {name}".encode()).hex()}
            for name, text in texts.items()
        }
        entry = {
            "act": act,
            "commitments": {
                name: text_commitment(one["text"], bytes.fromhex(one["salt"])).hex()
                for name, one in opened.items()
            },
            "number": number,
            "previous": previous,
        }
        written = canonical(entry)
        previous = sha(b"\0" + written).hex()
        entries.append({"written": written.decode(), "hash": previous, "texts": opened})
    leaves = [entry["written"].encode() for entry in entries]
    roots = [mth(leaves[:size]).hex() for size in range(len(leaves) + 1)]
    write("chain.json", {"entries": entries, "roots": roots})
    return leaves


def make_trees() -> None:
    leaves = [f"leaf {index}".encode() for index in range(130)]
    inclusion = [(0, 1), (0, 2), (1, 3), (2, 3), (63, 64), (64, 65), (70, 100), (129, 130)]
    consistency = [(1, 2), (2, 3), (3, 7), (4, 7), (64, 130), (65, 130), (100, 129), (128, 130)]
    write("tree.json", {
        "roots": [mth(leaves[:size]).hex() for size in range(131)],
        "inclusion": [
            {"index": index, "size": size,
             "proof": [node.hex() for node in path(index, leaves[:size])]}
            for index, size in inclusion
        ],
        "consistency": [
            {"from": first, "to": second,
             "proof": [node.hex() for node in subproof(first, leaves[:second], True)]}
            for first, second in consistency
        ],
    })


make_trees()
LEAVES = make_chain()


# C2SP signed-note, tlog-checkpoint, tlog-cosignature/v1, tlog-proof.
def key_of(name: str, seed: str, use: int) -> dict:
    secret = Ed25519PrivateKey.from_private_bytes(sha(seed.encode()))
    public = secret.public_key().public_bytes_raw()
    key_id = sha(name.encode() + b"\n" + bytes([use]) + public)[:4]
    line = f"{name}+{key_id.hex()}+{b64(bytes([use]) + public)}"
    return {"name": name, "secret": secret, "id": key_id, "line": line, "seed": sha(seed.encode())}


RECORD = key_of("forum.example/record", "record", 1)
WITNESS = key_of("witness.example/w1", "witness", 4)
TIME = 1772442000


def signed_line(text: str, key: dict) -> str:
    return f"— {key['name']} {b64(key['id'] + key['secret'].sign(text.encode()))}\n"


def cosigned_line(text: str, key: dict) -> str:
    signature = key["secret"].sign(f"cosignature/v1\ntime {TIME}\n{text}".encode())
    return f"— {key['name']} {b64(key['id'] + struct.pack('>Q', TIME) + signature)}\n"


def make_checkpoints(leaves: list) -> None:
    texts = [
        f"{RECORD['name']}\n{size}\n{b64(mth(leaves[:size]))}\n" for size in range(len(leaves) + 1)
    ]
    notes = [text + "\n" + signed_line(text, RECORD) for text in texts]
    last = len(leaves)
    witnessed = notes[last] + cosigned_line(texts[last], WITNESS)
    index = 2
    receipt = "\n".join([
        "c2sp.org/tlog-proof@v1",
        f"extra {b64(leaves[index])}",
        f"index {index}",
        *[b64(node) for node in path(index, leaves)],
        "",
        witnessed,
    ])
    write("checkpoint.json", {
        "record": {"line": RECORD["line"], "secret": RECORD["seed"].hex()},
        "witness": {"line": WITNESS["line"], "secret": WITNESS["seed"].hex()},
        "time": TIME,
        "notes": notes,
        "witnessed": witnessed,
        "receipt": {"index": index, "text": receipt},
        "advance": {"from": 3, "to": last,
                    "proof": [b64(node) for node in subproof(3, leaves, True)]},
    })


def make_ballots() -> None:
    consultation = "01890a5d-ac96-774b-bcce-b302099a8057"
    proposals = ["0195e3c1-7b2a-7c11-9f00-0123456789ab", "0195e3c1-7b2a-7c11-9f00-0123456789ac"]
    ballots, previous = [], b""
    for number, (proposal, choice) in enumerate(
        [(0, "agree"), (0, "disagree"), (0, "pass"), (1, "agree")]
    ):
        random = sha(f"random {number}".encode())
        before = previous if number in (1, 2) else b""
        fields = [b"ballot-v1", consultation.encode(), proposals[proposal].encode(),
                  choice.encode(), random, before]
        previous = sha(parts(*fields))
        ballots.append({
            "consultation": consultation, "proposal": proposals[proposal], "choice": choice,
            "random": random.hex(), "previous": before.hex() or None,
            "commitment": previous.hex(),
        })
    write("ballots.json", ballots)


make_checkpoints(LEAVES)
make_ballots()
