"""Plays AWS's sign-in services on loopback, and says what botocore makes of a table of set-ups.

Prints one line of JSON: the port and the cases, each with a home folder of its own and botocore's
outcome. Goes on playing the services until its input ends.

Usage: python3 credentials.py
"""

import datetime
import hashlib
import json
import os
import re
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest import mock
from urllib.parse import parse_qs, urlparse

import botocore.exceptions
import botocore.session
import botocore.utils

KEYS = "aws_access_key_id = {0}\naws_secret_access_key = s\n"
ROLE = "role_arn = arn:aws:iam::111122223333:role/{0}\n"
CONFIG, SHARED = ".aws/config", ".aws/credentials"
SSO_SESSION = """\
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-north-1
sso_registration_scopes = sso:account:access
"""
SSO = "sso_session = corp\nsso_account_id = 111122223333\nsso_role_name = audit\n"
OLD_SSO = """\
sso_start_url = https://old.awsapps.com/start
sso_region = eu-north-1
sso_account_id = 111122223333
sso_role_name = audit
"""
ENV = dict(AWS_ACCESS_KEY_ID="AKIDENV", AWS_SECRET_ACCESS_KEY="s")
WEB = dict(AWS_WEB_IDENTITY_TOKEN_FILE="{home}/token",
           AWS_ROLE_ARN="arn:aws:iam::111122223333:role/pod")
IMDS = dict(AWS_EC2_METADATA_DISABLED="false")


def stamp(minutes):
    now = datetime.datetime.now(datetime.timezone.utc)
    return (now + datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def cached(name):
    return f".aws/sso/cache/{hashlib.sha1(name.encode()).hexdigest()}.json"


def token(minutes, **more):
    return json.dumps(dict(accessToken="tok", expiresAt=stamp(minutes), **more))


def renewable(minutes, refresh="fresh", registered=100000):
    return token(minutes, refreshToken=refresh, clientId="c", clientSecret="x",
                 registrationExpiresAt=stamp(registered))


def printed(text):
    return f"credential_process = {{python}} -c \"print('''{text}''')\"\n"


def process(minutes=None, **members):
    answer = dict(Version=1, AccessKeyId="AKIDPROC", SecretAccessKey="s")
    answer.update(members)
    if minutes is not None:
        answer["Expiration"] = stamp(minutes)
    text = json.dumps({k: v for k, v in answer.items() if v is not None})
    return printed(text.replace('"', '\\"'))


def case(name, config="", profile=None, shared=None, files=None, **environment):
    everything = dict(files or {})
    everything[CONFIG] = config
    if shared is not None:
        everything[SHARED] = shared
    return dict(name=name, files=everything, profile=profile, environment=environment)


def a(*lines):
    return "[profile a]\nregion = us-west-2\n" + "".join(lines)


def b(*lines):
    return "[profile b]\n" + "".join(lines)


CORP, OLD = cached("corp"), cached("https://old.awsapps.com/start")
BASE = b(KEYS.format("AKIDB"))
SOURCE_B = "source_profile = b\n"
SELF = "source_profile = a\n"
FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
CASES = [
    # Where keys come from, and which place wins.
    case("nothing"),
    case("environment", **ENV),
    case("environment with an expiry to come", AWS_CREDENTIAL_EXPIRATION="2099-01-01T00:00:00Z",
         **ENV),
    case("environment with an expiry that is over",
         AWS_CREDENTIAL_EXPIRATION="2001-01-01T00:00:00Z", **ENV),
    case("environment before a role", a(ROLE.format("r"), SOURCE_B) + BASE, AWS_PROFILE="a", **ENV),
    case("a typed role before the environment", a(ROLE.format("r"), SOURCE_B) + BASE, "a", **ENV),
    case("shared keys before login and process", a(process()), "a",
         "[a]\n" + KEYS.format("AKIDSHARED")),
    case("process before keys in the config file", a(process(), KEYS.format("AKIDCONFIG")), "a"),
    case("sso before shared keys", a(SSO) + SSO_SESSION, "a", "[a]\n" + KEYS.format("AKIDSHARED"),
         {CORP: token(60)}),
    case("web identity before sso", a(SSO, ROLE.format("r"),
         "web_identity_token_file = {home}/token\n") + SSO_SESSION, "a",
         files={CORP: token(60), "token": "pod-jwt"}),
    case("role before web identity variables", a(ROLE.format("r"), SOURCE_B) + BASE,
         files={"token": "pod-jwt"}, AWS_PROFILE="a", **WEB),
    case("container after the files", a(KEYS.format("AKIDA")), AWS_PROFILE="a",
         **{FULL: "{server}/ecs/role"}),
    case("container before metadata", **{FULL: "{server}/ecs/role"}, **IMDS),
    case("metadata last", AWS_EC2_METADATA_SERVICE_ENDPOINT="{server}/imds", **IMDS),

    # Roles.
    case("role of a source", a(ROLE.format("r"), SOURCE_B) + BASE, "a"),
    case("role of a role", a(ROLE.format("r"), SOURCE_B) + b(ROLE.format("q"),
         "source_profile = c\n") + "[profile c]\n" + KEYS.format("AKIDC"), "a"),
    case("role with options", a(ROLE.format("r"), SOURCE_B, "external_id = xyz\n",
         "role_session_name = me\nduration_seconds = 900\n") + BASE, "a"),
    case("duration that is no number", a(ROLE.format("r"), SOURCE_B, "duration_seconds = x\n")
         + BASE, "a"),
    case("role of its own keys", a(ROLE.format("r"), SELF, KEYS.format("AKIDA")), "a"),
    case("own source without keys", a(ROLE.format("r"), SELF), "a"),
    case("circle of two", a(ROLE.format("r"), SOURCE_B) + b(ROLE.format("q"), SELF), "a"),
    case("circle of three", a(ROLE.format("r"), SOURCE_B) + b(ROLE.format("q"),
         "source_profile = c\n") + "[profile c]\n" + ROLE.format("p") + SELF, "a"),
    case("circle below", a(ROLE.format("r"), SOURCE_B) + b(ROLE.format("q"), SOURCE_B), "a"),
    case("keys stop a circle", a(ROLE.format("r"), SOURCE_B) + b(ROLE.format("q"), SELF,
         KEYS.format("AKIDB")), "a"),
    case("role without a source", a(ROLE.format("r")), "a"),
    case("two sources", a(ROLE.format("r"), SOURCE_B, "credential_source = Environment\n") + BASE,
         "a"),
    case("source that does not exist", a(ROLE.format("r"), SOURCE_B), "a"),
    case("source without keys", a(ROLE.format("r"), SOURCE_B) + b("region = x\n"), "a"),
    case("source with half a pair", a(ROLE.format("r"), SOURCE_B)
         + b("aws_access_key_id = AKIDB\n"), "a"),
    case("source with only a secret", a(ROLE.format("r"), SOURCE_B)
         + b("aws_secret_access_key = s\n"), "a"),
    case("source in the credentials file", a(ROLE.format("r"), SOURCE_B), "a",
         "[b]\n" + KEYS.format("AKIDB")),
    case("source by sso", a(ROLE.format("r"), SOURCE_B) + b(SSO) + SSO_SESSION, "a",
         files={CORP: token(60)}),
    case("source by process", a(ROLE.format("r"), SOURCE_B) + b(process()), "a"),
    case("source by web identity", a(ROLE.format("r"), SOURCE_B) + b(ROLE.format("q"),
         "web_identity_token_file = {home}/token\n"), "a", files={"token": "pod-jwt"}),
    case("source pays no heed to web identity variables", a(ROLE.format("r"), SOURCE_B)
         + b("region = x\n"), "a", files={"token": "pod-jwt"}, **WEB),
    case("role that is refused", a(ROLE.format("refused"), SOURCE_B) + BASE, "a"),
    case("source role that is refused", a(ROLE.format("r"), SOURCE_B) + b(ROLE.format("refused"),
         "source_profile = c\n") + "[profile c]\n" + KEYS.format("AKIDC"), "a"),
    case("role in the credentials file", "", "a", "[a]\nregion = us-west-2\n" + ROLE.format("r")
         + SOURCE_B + "[b]\n" + KEYS.format("AKIDB")),

    # credential_source.
    case("source environment", a(ROLE.format("r"), "credential_source = Environment\n"), "a",
         **ENV),
    case("source environment that is empty", a(ROLE.format("r"),
         "credential_source = Environment\n"), "a"),
    case("source environment in small letters", a(ROLE.format("r"),
         "credential_source = environment\n"), "a", **ENV),
    case("source container", a(ROLE.format("r"), "credential_source = EcsContainer\n"), "a",
         **{FULL: "{server}/ecs/role"}),
    case("source container outside of one", a(ROLE.format("r"),
         "credential_source = EcsContainer\n"), "a"),
    case("source metadata", a(ROLE.format("r"), "credential_source = Ec2InstanceMetadata\n"), "a",
         AWS_EC2_METADATA_SERVICE_ENDPOINT="{server}/imds", **IMDS),
    case("source metadata outside of EC2", a(ROLE.format("r"),
         "credential_source = Ec2InstanceMetadata\n"), "a"),
    case("source that nobody knows", a(ROLE.format("r"), "credential_source = Moon\n"), "a"),

    # Web identity.
    case("web identity variables", a(""), files={"token": "pod-jwt"},
         AWS_DEFAULT_REGION="eu-west-3", **WEB),
    case("web identity variables beside a typed profile", a(""), "a", files={"token": "pod-jwt"},
         **WEB),
    case("web identity profile", a(ROLE.format("r"), "web_identity_token_file = {home}/token\n"),
         "a", files={"token": "pod-jwt"}),
    case("web identity variable beats the profile", a(ROLE.format("r"),
         "web_identity_token_file = {home}/other\n"), files={"token": "pod-jwt", "other": "no"},
         AWS_PROFILE="a", **WEB),
    case("web identity role from the profile", a(ROLE.format("r")), files={"token": "pod-jwt"},
         AWS_PROFILE="a", AWS_WEB_IDENTITY_TOKEN_FILE="{home}/token"),
    case("web identity without a role", a("web_identity_token_file = {home}/token\n"), "a",
         files={"token": "pod-jwt"}),
    case("web identity without its file", a(ROLE.format("r"),
         "web_identity_token_file = {home}/token\n"), "a"),
    case("web identity that is refused", a(ROLE.format("refused"),
         "web_identity_token_file = {home}/token\n"), "a", files={"token": "pod-jwt"}),

    # IAM Identity Center.
    case("sso session", a(SSO) + SSO_SESSION, "a", files={CORP: token(60)}),
    case("sso session, old spelling of the time", a(SSO) + SSO_SESSION, "a",
         files={CORP: token(60).replace('Z"', 'UTC"')}),
    case("sso session, quoted", a(SSO) + SSO_SESSION.replace("corp]", '"corp"]'), "a",
         files={CORP: token(60)}),
    case("sso session that is to be renewed", a(SSO) + SSO_SESSION, "a",
         files={CORP: renewable(5)}),
    case("sso session that lapsed and is renewed", a(SSO) + SSO_SESSION, "a",
         files={CORP: renewable(-60)}),
    case("sso session that cannot be renewed and still lasts", a(SSO) + SSO_SESSION, "a",
         files={CORP: renewable(5, "stale")}),
    case("sso session that lapsed and cannot be renewed", a(SSO) + SSO_SESSION, "a",
         files={CORP: renewable(-60, "stale")}),
    case("sso session whose registration lapsed", a(SSO) + SSO_SESSION, "a",
         files={CORP: renewable(-60, registered=-1)}),
    case("sso session that lapsed", a(SSO) + SSO_SESSION, "a", files={CORP: token(-60)}),
    case("sso session signed out", a(SSO) + SSO_SESSION, "a"),
    case("sso cache half written", a(SSO) + SSO_SESSION, "a", files={CORP: token(60)[:40]}),
    case("sso cache empty", a(SSO) + SSO_SESSION, "a", files={CORP: ""}),
    case("sso cache without a token", a(SSO) + SSO_SESSION, "a", files={CORP: "{}"}),
    case("sso session without a section", a(SSO), "a", files={CORP: token(60)}),
    case("sso session without a region", a(SSO) + SSO_SESSION.replace("sso_region", "x"), "a",
         files={CORP: token(60)}),
    case("sso session that says otherwise", a(SSO, "sso_region = us-east-1\n") + SSO_SESSION, "a",
         files={CORP: token(60)}),
    case("sso session that says the same", a(SSO, "sso_region = eu-north-1\n") + SSO_SESSION, "a",
         files={CORP: token(60)}),
    case("sso without an account", a("sso_session = corp\nsso_role_name = audit\n") + SSO_SESSION,
         "a", files={CORP: token(60)}),
    case("sso_session alone", a("sso_session = corp\n") + SSO_SESSION, "a",
         files={CORP: token(60)}),
    case("sso role that is refused", a(SSO.replace("audit", "refused")) + SSO_SESSION, "a",
         files={CORP: token(60)}),
    case("sso token that is refused", a(SSO) + SSO_SESSION, "a",
         files={CORP: token(60).replace("tok", "revoked")}),
    case("old sso", a(OLD_SSO), "a", files={OLD: token(60)}),
    case("old sso that lapsed", a(OLD_SSO), "a", files={OLD: renewable(-60)}),
    case("old sso near its end is not renewed", a(OLD_SSO), "a", files={OLD: renewable(5)}),
    case("old sso signed out", a(OLD_SSO), "a"),
    case("old sso without its start", a(OLD_SSO.replace("sso_start_url", "x")), "a"),

    # Processes.
    case("process", a(process()), "a"),
    case("process with a token and an end", a(process(60, SessionToken="t")), "a"),
    case("process of another version", a(process(Version=2)), "a"),
    case("process without a version", a(process(Version=None)), "a"),
    case("process without a key", a(process(AccessKeyId=None)), "a"),
    case("process without a secret", a(process(SecretAccessKey=None)), "a"),
    case("process that prints rubbish", a(printed("hello")), "a"),
    case("process that prints nothing", a(printed("")), "a"),
    case("process that fails", a("credential_process = {python} -c \"exit(3)\"\n"), "a"),
    case("process that is not there", a("credential_process = /no/such/program --x\n"), "a"),
    case("process with a quote left open", a("credential_process = x \"y\n"), "a"),
    case("process with blanks and quotes", a("credential_process = {python} '{home}/my tool.py' "
         "\"a b\" c\\ d ''\n"), "a", files={"my tool.py": "import sys, json\nprint(json.dumps(dict("
         "Version=1, AccessKeyId='+'.join(sys.argv[1:]), SecretAccessKey='s')))\n"}),
    case("process without a shell", a("credential_process = {python} {home}/tool.py $HOME > x\n"),
         "a", files={"tool.py": "import sys, json\nprint(json.dumps(dict(Version=1, "
         "AccessKeyId='+'.join(sys.argv[1:]), SecretAccessKey='s')))\n"}),

    # Containers.
    case("container, relative", **{RELATIVE: "/ecs/task"}),
    case("container, relative before full", **{RELATIVE: "/ecs/task", FULL: "{server}/ecs/full"}),
    case("container, full", **{FULL: "{server}/ecs/full"}),
    case("container with a token", **{FULL: "{server}/ecs/full",
                                      "AWS_CONTAINER_AUTHORIZATION_TOKEN": "secret"}),
    case("container with a token in a file", files={"jwt": "pod"},
         **{FULL: "{server}/ecs/full", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "secret",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "{home}/jwt"}),
    case("container whose token breaks the line", files={"jwt": "pod\n"},
         **{FULL: "{server}/ecs/full", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "{home}/jwt"}),
    case("container whose token is not there",
         **{FULL: "{server}/ecs/full", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "{home}/jwt"}),
    case("container on another host", **{FULL: "http://192.0.2.1/ecs/full"}),
    case("container on a host that looks like loopback", **{FULL: "http://127.0.0.1.example/x"}),
    case("container behind a user's name", **{FULL: "http://localhost@192.0.2.1/x"}),
    case("container that answers 500", **{FULL: "{server}/broken"}),
    case("container that answers HTML", **{FULL: "{server}/html"}),
    case("container that answers something else", **{FULL: "{server}/json"}),

    # The metadata service.
    case("metadata that is switched off",
         AWS_EC2_METADATA_SERVICE_ENDPOINT="{server}/imds"),
    case("metadata by the profile", a("ec2_metadata_service_endpoint = {server}/imds/\n"), "a",
         **IMDS),
    case("metadata without a role", AWS_EC2_METADATA_SERVICE_ENDPOINT="{server}/imds-bare",
         **IMDS),

    # Regions and endpoints.
    case("region of the variable", a(KEYS.format("AKIDA")), "a", AWS_DEFAULT_REGION="ca-west-1"),
    case("region of China", a(KEYS.format("AKIDA")).replace("us-west-2", "cn-north-1"), "a"),
    case("region of the sovereign cloud", a(KEYS.format("AKIDA")).replace("us-west-2",
         "eusc-de-east-1"), "a"),
    case("FIPS by variable", a(KEYS.format("AKIDA")), "a", AWS_USE_FIPS_ENDPOINT="true"),
    case("FIPS by profile", a(KEYS.format("AKIDA"), "use_fips_endpoint = True\n"), "a"),
    case("FIPS by another word", a(KEYS.format("AKIDA")), "a", AWS_USE_FIPS_ENDPOINT="yes"),
    case("dual stack by variable", a(KEYS.format("AKIDA")), "a", AWS_USE_DUALSTACK_ENDPOINT="TRUE"),
    case("dual stack by profile", a(KEYS.format("AKIDA"), "use_dualstack_endpoint = true\n"), "a"),
    case("the variable beats the profile", a(KEYS.format("AKIDA"), "use_fips_endpoint = true\n"),
         "a", AWS_USE_FIPS_ENDPOINT="false"),
    case("both switches", a(KEYS.format("AKIDA")), "a", AWS_USE_FIPS_ENDPOINT="true",
         AWS_USE_DUALSTACK_ENDPOINT="true"),
]

KINDS = {
    "PartialCredentialsError": "partial", "InvalidConfigError": "config",
    "InfiniteLoopConfigError": "loop", "CredentialRetrievalError": "retrieval",
    "ClientError": "refused by AWS", "SSOTokenLoadError": "signed out",
    "UnauthorizedSSOTokenError": "lapsed", "TokenRetrievalError": "lapsed",
    "JSONDecodeError": "retrieval", "FileNotFoundError": "missing file", "KeyError": "incomplete",
    "ValueError": "value", "ProfileNotFound": "profile", "RuntimeError": "lapsed",
}


def kind(error):
    text = str(error)
    if "AccessKeyId" in text:
        return "retrieval"
    if isinstance(error, botocore.exceptions.SSOTokenLoadError) and "is invalid" in text:
        return "incomplete"
    for parent in type(error).__mro__:
        if parent.__name__ in KINDS:
            return KINDS[parent.__name__]
    return type(error).__name__


class Services(BaseHTTPRequestHandler):
    """Each answer's key says what was asked, with what, so that detours show."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, body, kind="application/json"):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def service(self, key):
        self.reply(200, json.dumps(dict(AccessKeyId=key, SecretAccessKey="s", Token="t",
                                        Code="Success", Expiration=stamp(60))))

    def do_GET(self):
        url = urlparse(self.path)
        if url.path.startswith("/ecs/"):
            return self.service("+".join(["ECS", url.path[5:],
                                          self.headers.get("Authorization", "")]))
        if url.path == "/sso/federation/credentials":
            return self.portal(parse_qs(url.query))
        if url.path == "/html":
            return self.reply(200, "<html>Sign in to the hotel</html>", "text/html")
        if url.path == "/json":
            return self.reply(200, '{"hello": 1}')
        if self.headers.get("x-aws-ec2-metadata-token") == "imds-token":
            if url.path == "/imds/latest/meta-data/iam/security-credentials/":
                return self.reply(200, "instance-role", "text/plain")
            if url.path == "/imds/latest/meta-data/iam/security-credentials/instance-role":
                return self.service("IMDS+instance-role")
        return self.reply(404 if "imds" in url.path else 500, "no")

    def do_PUT(self):
        if self.path.endswith("/latest/api/token"):
            return self.reply(200, "imds-token", "text/plain")
        return self.reply(404, "no")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if self.path == "/oidc/token":
            return self.renew(json.loads(body))
        form = {name: values[0] for name, values in parse_qs(body).items()}
        role = form["RoleArn"].split("/")[-1]
        if role == "refused":
            error = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"
            return self.reply(403, f"<ErrorResponse>{error}</ErrorResponse>", "text/xml")
        action = form["Action"]
        signed = re.search(r"Credential=([^/]*/)", self.headers.get("Authorization", ""))
        key = "+".join([action[10:] or "Role", role, form.get("WebIdentityToken", ""),
                        signed.group(1) if signed else "", form.get("ExternalId", ""),
                        form.get("DurationSeconds", "")])
        self.reply(200, f"<{action}Response><{action}Result><Credentials><AccessKeyId>{key}"
                   "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t"
                   f"</SessionToken><Expiration>{stamp(60)}</Expiration></Credentials>"
                   f"<AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/{role}/x</Arn>"
                   "<AssumedRoleId>AROA:x</AssumedRoleId></AssumedRoleUser>"
                   f"</{action}Result></{action}Response>", "text/xml")

    def portal(self, query):
        bearer = self.headers["x-amz-sso_bearer_token"]
        if bearer == "revoked":
            return self.refuse(401, "UnauthorizedException")
        if query["role_name"] == ["refused"]:
            return self.refuse(403, "ForbiddenException")
        key = "+".join(["SSO", query["role_name"][0], query["account_id"][0], bearer])
        expires = int(datetime.datetime.now().timestamp() * 1000) + 3600000
        self.reply(200, json.dumps(dict(roleCredentials=dict(
            accessKeyId=key, secretAccessKey="s", sessionToken="t", expiration=expires))))

    def renew(self, body):
        if body["grantType"] != "refresh_token" or body["refreshToken"] != "fresh":
            return self.refuse(400, "InvalidGrantException")
        self.reply(200, json.dumps(dict(accessToken="renewed", tokenType="Bearer", expiresIn=28800,
                                        refreshToken="next")))

    def refuse(self, status, code):
        body = json.dumps(dict(message="no", __type=code)).encode()
        self.send_response(status)
        self.send_header("x-amzn-ErrorType", code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def settle(setup, root, number, server, who):
    """Writes the files of one case, and fills in where things are."""
    home = os.path.join(root, who, str(number))

    def filled(text):
        return (text.replace("{home}", home).replace("{server}", server)
                .replace("{python}", sys.executable))

    for path, text in setup["files"].items():
        path = os.path.join(home, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(filled(text))
    environment = dict(HOME=home, AWS_EC2_METADATA_DISABLED="true", PATH=os.environ["PATH"],
                       AWS_ENDPOINT_URL_STS=server + "/sts", AWS_ENDPOINT_URL_SSO=server + "/sso",
                       AWS_ENDPOINT_URL_SSO_OIDC=server + "/oidc")
    environment.update({k: filled(v) for k, v in setup["environment"].items()})
    return environment


def outcome(profile, environment):
    home = environment["HOME"]
    with mock.patch.dict(os.environ, environment, clear=True), \
            mock.patch("botocore.tokens.SSOTokenProvider._SSO_TOKEN_CACHE_DIR",
                       home + "/.aws/sso/cache"), \
            mock.patch("botocore.credentials.SSOProvider._SSO_TOKEN_CACHE_DIR",
                       home + "/.aws/sso/cache"):
        try:
            session = botocore.session.Session(profile=profile)
            if not session.get_config_variable("region"):
                session.set_config_variable("region", "us-east-1")
            credentials = session.get_credentials()
            if credentials is None:
                return dict(refused="none")
            key = credentials.get_frozen_credentials().access_key
            region = session.get_config_variable("region")
            client = session.create_client("ec2", region_name=region)
            return dict(accessKeyID=key, region=region, ec2=client.meta.endpoint_url)
        except Exception as error:
            return dict(refused=kind(error))


def main():
    listener = ThreadingHTTPServer(("127.0.0.1", 0), Services)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    address = f"127.0.0.1:{listener.server_port}"
    server = "http://" + address
    with tempfile.TemporaryDirectory() as root, \
            mock.patch("botocore.utils.ContainerMetadataFetcher.IP_ADDRESS", address), \
            mock.patch("botocore.utils.ContainerMetadataFetcher.SLEEP_TIME", 0):
        cases = []
        for number, setup in enumerate(CASES):
            theirs = outcome(setup["profile"], settle(setup, root, number, server, "botocore"))
            environment = settle(setup, root, number, server, "ascheck")
            cases.append(dict(name=setup["name"], profile=setup["profile"],
                              environment=environment, botocore=theirs))
        print(json.dumps(dict(server=server, cases=cases)), flush=True)
        sys.stdin.read()


main()
