"""An OpenID Connect provider on this machine, which signs in everybody as Ada Lovelace."""

import base64
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "netzero", "kept by both"
READER = {"sub": "1815", "name": "Ada Lovelace", "email": "ada@example.org"}


@dataclass
class Provider:
    """Where it answers, its key, and the nonce of each sign-in under way, by code."""

    url: str
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    nonces: dict[str, str] = field(default_factory=dict)

    def metadata(self) -> dict[str, object]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
        }

    def token(self, code: str) -> dict[str, object]:
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 600, **READER}
        claims["nonce"] = self.nonces.pop(code)
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return {"access_token": "any", "token_type": "Bearer", "id_token": signed}


@contextmanager
def running_provider() -> Iterator[Provider]:
    """Run a provider until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.provider = Provider(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.provider
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        provider, address = self.server.provider, urlsplit(self.path)
        if address.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(address.query).items()}
            code = f"code-{len(provider.nonces)}"
            provider.nonces[code] = asked["nonce"]
            back = urlencode({"code": code, "state": asked["state"]})
            self._answer(302, {}, Location=f"{asked['redirect_uri']}?{back}")
        elif address.path == "/keys":
            self._answer(200, {"keys": [provider.key.as_dict(private=False)]})
        else:
            self._answer(200, provider.metadata())

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        known = base64.b64encode(f"{CLIENT}:{SECRET.replace(' ', '+')}".encode()).decode()
        named = self.headers.get("Authorization", "").removeprefix("Basic ")
        if named not in (known, base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()):
            self._answer(401, {"error": "invalid_client"})
        else:
            self._answer(200, self.server.provider.token(body["code"][0]))

    def _answer(self, status: int, content: dict[str, object], **headers: str) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        """Keep the test's output clean."""
