"""Asking a time-stamp authority (RFC 3161), and looking at what it sends before it is used.

A time stamp that does not hold cannot be taken out of a file again, and would make the signature
less than was asked for. Imports pyHanko; import it inside functions only.
"""

import aiohttp
from asn1crypto import cms, tsp
from pyhanko.sign.general import extract_certificate_info
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from liaison_desktop.domain.errors import UserError

_GRANTED = frozenset({"granted", "granted_with_mods"})
_PURPOSE = "time_stamping"


class AuthorityStamper(HTTPTimeStamper):
    """Asks an authority over HTTP; hands on nothing but time stamps of what it asked for.

    The library looks at the number that goes with a request, and at nothing else.
    """

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """The time stamp of a digest.

        Raises:
            UserError: ``authority_silent``, ``authority_refused``, ``authority_answer_wrong``.
        """
        asking = self.request_cms(message_digest, md_algorithm)  # type: ignore[no-untyped-call]
        number, request = asking
        try:
            answer = await self.async_request_tsa_response(request)
        except TimestampRequestError as error:
            if isinstance(error.__cause__, aiohttp.ClientResponseError):
                raise UserError("authority_refused") from error
            raise UserError("authority_silent") from error
        except Exception as error:
            # What the library raises on hostile bytes is not one family of errors.
            raise UserError("authority_answer_wrong") from error
        try:
            return await _checked(answer, number, message_digest, md_algorithm)
        except UserError:
            raise
        except Exception as error:
            raise UserError("authority_answer_wrong") from error


async def _checked(
    answer: tsp.TimeStampResp, number: int, digest: bytes, algorithm: str
) -> cms.ContentInfo:
    """The time stamp in an answer, if it is one of this digest and holds by itself.

    Whether its authority is trusted is for whoever verifies.
    """
    # A refusal comes without a time stamp, which the library's own structure has no place for.
    if tsp.PKIStatusInfo.load(answer.contents)["status"].native not in _GRANTED:
        raise UserError("authority_refused")
    token: cms.ContentInfo = answer["time_stamp_token"]
    signed = token["content"]
    if signed["encap_content_info"]["content"].parsed["nonce"].native != number:
        raise UserError("authority_answer_wrong")
    status = await validate_tst_signed_data(
        signed,
        ValidationContext(trust_roots=[], allow_fetching=False),
        lambda stated: digest if stated == algorithm else b"",
    )
    usage = extract_certificate_info(signed).signer_cert.extended_key_usage_value
    meant_for_it = usage is not None and _PURPOSE in usage.native
    if not (status["intact"] and status["valid"] and meant_for_it):
        raise UserError("authority_answer_wrong")
    return token
