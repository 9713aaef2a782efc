"""The envelope of a signature (CMS, RFC 5652): what stands in it beside what is signed."""

from asn1crypto import cms
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


def is_plain(signature: EmbeddedPdfSignature) -> bool:
    """Whether the parts that no signature covers say what the covered ones imply.

    They change no verdict, so a changed byte in them would pass unseen: versions (RFC 5652, 5.1
    and 5.3), the digests announced, the signer's issuer, the parameters of the algorithms.
    """
    data, signer = signature.signed_data, signature.signer_info
    digest = signer["digest_algorithm"]
    return (
        _versions_fit(data, signer)
        and [one.dump() for one in data["digest_algorithms"]] == [digest.dump()]
        and _without_parameters(digest)
        and _names_its_certificate(signature, signer)
    )


def _versions_fit(data: cms.SignedData, signer: cms.SignerInfo) -> bool:
    by_serial = signer["sid"].name == "issuer_and_serial_number"
    plain = by_serial and data["encap_content_info"]["content_type"].native == "data"
    expected = ("v1" if plain else "v3", "v1" if by_serial else "v3")
    return (data["version"].native, signer["version"].native) == expected


def _without_parameters(algorithm: cms.DigestAlgorithm) -> bool:
    return bool(algorithm["parameters"].native is None)


def _names_its_certificate(signature: EmbeddedPdfSignature, signer: cms.SignerInfo) -> bool:
    if signer["sid"].name != "issuer_and_serial_number":
        return True
    named = signer["sid"].chosen
    return bool(named["issuer"].dump() == signature.signer_cert.issuer.dump())
