"""Writes settings.json: files and variables, and what botocore makes of them.

Usage: python3 settings.py > settings.json
"""

import json
import os
import tempfile
from unittest import mock

import botocore.session

CREDENTIALS = """\
[default]
aws_access_key_id = AKIDDEFAULT
aws_secret_access_key = default-secret

[work]
aws_access_key_id=AKIDWORK
aws_secret_access_key=work-secret
aws_session_token=work-token
"""
CONFIG = """\
[default]
region = eu-west-1
[profile work]
region = ap-northeast-1
[profile keys]
aws_access_key_id = AKIDKEYS
aws_secret_access_key = keys-secret
[work]
region = us-west-1
"""
KEYS = dict(AWS_ACCESS_KEY_ID="AKIDENV", AWS_SECRET_ACCESS_KEY="env-secret")


def case(name, credentials=CREDENTIALS, config=CONFIG, profile=None, **environment):
    return dict(name=name, credentials=credentials, config=config, profile=profile,
                environment=environment)


def pair(section, key="AKIDX", more=""):
    return f"{section}\naws_access_key_id = {key}\naws_secret_access_key = x\n{more}"


CASES = [
    case("default profile"),
    case("no files", None, None),
    case("only variables", None, None, **KEYS),
    case("variables with a token", AWS_SESSION_TOKEN="tok", **KEYS),
    case("variables with an old token", AWS_SECURITY_TOKEN="old", **KEYS),
    case("variables beat AWS_PROFILE", AWS_PROFILE="work", **KEYS),
    case("a typed profile beats variables", profile="work", **KEYS),
    case("AWS_PROFILE", AWS_PROFILE="work"),
    case("AWS_DEFAULT_PROFILE", AWS_DEFAULT_PROFILE="work"),
    case("both profile variables", AWS_PROFILE="keys", AWS_DEFAULT_PROFILE="work"),
    case("a typed profile beats AWS_PROFILE", profile="keys", AWS_PROFILE="work"),
    case("empty variables count as none", AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY=""),
    case("keys in the config file", profile="keys"),
    case("a typed profile that does not exist", profile="nope"),
    case("AWS_PROFILE that does not exist", AWS_PROFILE="nope"),
    case("AWS_PROFILE that does not exist, with variables", AWS_PROFILE="nope", **KEYS),
    case("half a pair in variables", AWS_ACCESS_KEY_ID="AKIDENV"),
    case("only a secret in variables", AWS_SECRET_ACCESS_KEY="s"),
    case("half a pair in a profile", "[default]\naws_access_key_id = A\n", None),
    case("half a pair in one file, half in the other", "[default]\naws_access_key_id = A\n",
         "[default]\naws_secret_access_key = s\n"),
    case("only a secret in a profile", "[default]\naws_secret_access_key = s\n", None),
    case("the credentials file beats the config file", pair("[default]", "AKIDSHARED"),
         pair("[default]", "AKIDCONFIG")),
    case("a profile in the config file without the word", None, pair("[plain]"), profile="plain"),
    case("a quoted name", None, pair('[profile "my name"]'), profile="my name"),
    case("a name in single quotes", None, pair("[profile 'x y']"), profile="x y"),
    case("a quote left open", None, pair('[profile "x]'), profile="x"),
    case("profile default", None, pair("[profile default]", "AKIDTWO")),
    case("default after profile default", None,
         pair("[profile default]", "AKIDONE") + pair("[default]", "AKIDTWO")),
    case("region in the credentials file", pair("[default]", more="region = sa-east-1\n"),
         "[default]\nregion = eu-west-1\n"),
    case("AWS_DEFAULT_REGION beats the profile", AWS_DEFAULT_REGION="ca-central-1"),
    case("comments", "# one\n; two\n" + pair("[default]", more="# three\n  # four\n"), None),
    case("no comment at the end of a line", pair("[default]", "AKIDX # not a comment"), None),
    case("colons", "[default]\naws_access_key_id: AKIDX\naws_secret_access_key: a=b:c\n", None),
    case("capitals in keys", "[default]\nAWS_ACCESS_KEY_ID=AKIDX\nAws_Secret_Access_Key=x\n", None),
    case("capitals in sections", "[DEFAULT2]\n" + pair("[Default]"), None, profile="Default"),
    case("blanks around", "  [default]  \n  aws_access_key_id  =  AKIDX  \n"
         "  aws_secret_access_key = x \n", None),
    case("indented keys are one value", "[default]\naws_access_key_id = AKIDX\n"
         "  aws_secret_access_key = x\n", None),
    case("Windows line ends", pair("[default]").replace("\n", "\r\n"), None),
    case("nested values", None, pair("[default]", more="s3 =\n  addressing_style = path\n"
                                     "  max_queue_size = 1000\nregion = eu-west-2\n")),
    case("nested values that are none", None, pair("[default]", more="s3 =\n  nonsense\n")),
    case("an empty value", None, pair("[default]", more="output =\nregion = eu-west-2\n")),
    case("a blank line and an indented one", None,
         pair("[default]", more="s3 =\n\n  a = b\nregion = eu-west-2\n")),
    case("a key before any section", "aws_access_key_id = A\n" + pair("[default]"), None),
    case("a line that is nothing", pair("[default]", more="nonsense\n"), None),
    case("a section twice", pair("[default]") + "[default]\nregion = x\n", None),
    case("a key twice", pair("[default]", more="aws_access_key_id = B\n"), None),
    case("an unfinished section", pair("[default]", more="[other\n"), None),
    case("text after a section", pair("[default] # here"), None),
    case("an empty file", "", ""),
    case("both tokens in a profile", pair("[default]", more="aws_session_token = new\n"
                                          "aws_security_token = old\n"), None),
    case("AWS_ENDPOINT_URL", AWS_ENDPOINT_URL="http://localhost:5000"),
    case("AWS_ENDPOINT_URL of the service", AWS_ENDPOINT_URL="http://localhost:5000",
         AWS_ENDPOINT_URL_EC2="http://localhost:6000/x/"),
    case("endpoint_url", None, pair("[default]", more="endpoint_url = http://localhost:7000\n")),
    case("endpoint_url of the service", None,
         pair("[default]", more="endpoint_url = http://localhost:7000\nservices = mine\n")
         + "[services mine]\nec2 =\n  endpoint_url = http://localhost:8000\n"),
    case("AWS_ENDPOINT_URL beats endpoint_url of the service", None,
         pair("[default]", more="services = mine\n")
         + "[services mine]\nec2 =\n  endpoint_url = http://localhost:8000\n",
         AWS_ENDPOINT_URL="http://localhost:5000"),
    case("services that do not exist", None, pair("[default]", more="services = mine\n")),
    case("endpoints that are to be ignored", None,
         pair("[default]", more="endpoint_url = http://localhost:7000\n"),
         AWS_ENDPOINT_URL="http://localhost:5000", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS="true"),
    case("an endpoint without a scheme", AWS_ENDPOINT_URL="localhost:5000"),
    case("AWS_CA_BUNDLE", AWS_CA_BUNDLE="/ca.pem"),
    case("ca_bundle", None, pair("[default]", more="ca_bundle = /config.pem\n")),
]


def outcome(setup, home):
    environment = dict(setup["environment"], HOME=home)
    with mock.patch.dict(os.environ, environment, clear=True):
        try:
            session = botocore.session.Session(profile=setup["profile"])
            credentials = session.get_credentials()
            if credentials is None:
                return dict(refused="NoCredentialsError")
            ca_bundle = session.get_config_variable("ca_bundle")
            with mock.patch.dict(os.environ, {"AWS_CA_BUNDLE": ""}):
                client = session.create_client("ec2", region_name="eu-central-1", verify=False)
            return dict(accessKeyID=credentials.access_key, secret=credentials.secret_key,
                        token=credentials.token, region=session.get_config_variable("region"),
                        ec2=client.meta.endpoint_url, caBundle=ca_bundle)
        except Exception as error:
            return dict(refused=type(error).__name__)


def line(setup):
    with tempfile.TemporaryDirectory() as home:
        os.mkdir(os.path.join(home, ".aws"))
        for name in ("credentials", "config"):
            if setup[name] is not None:
                with open(os.path.join(home, ".aws", name), "w", newline="") as file:
                    file.write(setup[name])
        return json.dumps(dict(setup, botocore=outcome(setup, home)), ensure_ascii=False)


# Nobody but the files and variables is asked.
with mock.patch("botocore.utils.IMDSFetcher._fetch_metadata_token", return_value=None), \
        mock.patch("botocore.utils.InstanceMetadataFetcher.retrieve_iam_role_credentials",
                   return_value={}):
    print("[\n " + ",\n ".join(line(setup) for setup in CASES) + "\n]")
