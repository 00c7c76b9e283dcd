"""A built region in a folder of its own, with files that a test may spoil, and keys to seal with.

Keys are made here, each time anew: no key of any kind is ever kept among the project's files.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

from rapport.pipeline.verification import Mark, Verification
from regions import PERIOD, BuiltRegion

PDF, WORD, PAGE = (f"aterrapportering.{ending}" for ending in ("pdf", "docx", "html"))
FIGURES, MANIFEST = "resultat.csv", "manifest.json"
PASSWORD = "ett långt lösenord"  # noqa: S105 - to keys that live as long as a test
DAY = timedelta(days=1)


@dataclass(frozen=True)
class HandedOn:
    """The region's folder and the folder with its built files."""

    root: Path
    folder: Path

    def file(self, name: str) -> Path:
        """One of the built files."""
        return self.folder / name


def handed_on(built: BuiltRegion, folder: Path) -> HandedOn:
    """A copy of a built region, with its reports where a build puts them."""
    root = Path(shutil.copytree(built.root, folder / "region"))
    output = Path(shutil.copytree(built.folder, root / "output" / PERIOD))
    return HandedOn(root, output)


def flip(path: Path, at: int) -> None:
    """Change one bit of one byte of a file."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def answers(found: Verification) -> dict[str, Mark]:
    """How each check came out, by what it was about."""
    return {check.about: check.mark for check in found.checks}


@dataclass(frozen=True)
class Keys:
    """The key file of a region, the certificate of who issued it, and both of a time stamper."""

    file: Path
    issuer: Path
    stamper: bytes
    stamper_key: bytes


def region_keys(folder: Path, *, first: datetime | None = None) -> Keys:
    """A certificate for a region that is made up, issued by an issuer that is made up."""
    folder.mkdir(parents=True, exist_ok=True)
    start = first or datetime.now(UTC) - DAY
    top, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = _certificate("Exempel Utfärdare", top, "Exempel Utfärdare", top, start)
    own = _certificate("Region Exempel", key, "Exempel Utfärdare", top, start)
    file, issuer_file = folder / "region.p12", folder / "utfardare.pem"
    protection = serialization.BestAvailableEncryption(PASSWORD.encode())
    file.write_bytes(
        pkcs12.serialize_key_and_certificates(b"stampel", key, own, [issuer], protection)
    )
    issuer_file.write_bytes(issuer.public_bytes(serialization.Encoding.PEM))
    clock = rsa.generate_private_key(65537, 2048)
    stamper = _certificate("Exempel Tid", clock, "Exempel Utfärdare", top, start)
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    clock_key = clock.private_bytes(serialization.Encoding.DER, *form)
    return Keys(file, issuer_file, stamper.public_bytes(serialization.Encoding.DER), clock_key)


@contextmanager
def time_stamp_service(keys: Keys) -> Iterator[str]:
    """A time stamp service on this machine, at the address that is given."""
    stamper = DummyTimeStamper(
        tsa_cert=asn1_x509.Certificate.load(keys.stamper),
        tsa_key=asn1_keys.PrivateKeyInfo.load(keys.stamper_key),
    )

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            answer = stamper.request_tsa_response(tsp.TimeStampReq.load(asked)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    first: datetime,
) -> x509.Certificate:
    is_issuer = name == issuer
    usage = x509.KeyUsage(
        digital_signature=not is_issuer,
        content_commitment=not is_issuer,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_issuer,
        crl_sign=is_issuer,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(first + 30 * DAY)
        .add_extension(x509.BasicConstraints(ca=is_issuer, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(_purpose(name), critical=True)
        .sign(issuer_key, hashes.SHA256())
    )


def _purpose(name: str) -> x509.ExtendedKeyUsage:
    """A time stamper may do nothing else."""
    use = ExtendedKeyUsageOID
    return x509.ExtendedKeyUsage(
        [use.TIME_STAMPING if name == "Exempel Tid" else use.ANY_EXTENDED_KEY_USAGE]
    )


def _name(organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, organisation),
        ]
    )
