import AWSOperations
import Testing

struct ErrorEnvelopeTests {
  @Test func readsS3() {
    let error = ErrorEnvelope(
      answer(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>PermanentRedirect</Code><Message>Use the other one.</Message>
        <Endpoint>b.s3-eu-west-3.amazonaws.com</Endpoint><Bucket>b</Bucket>
        <Region>eu-west-3</Region><RequestId>R1</RequestId><HostId>h</HostId></Error>
        """,
        status: 301
      )
    )
    #expect(error.code == "PermanentRedirect")
    #expect(error.message == "Use the other one.")
    #expect(error.region == "eu-west-3")
    #expect(error.endpoint == "b.s3-eu-west-3.amazonaws.com")
    #expect(error.requestID == "R1")
  }

  @Test func readsQueryServicesAndS3Control() {
    let error = ErrorEnvelope(
      answer(
        """
        <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error>
        <Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:u is not authorized</Message>
        </Error><RequestId>R2</RequestId></ErrorResponse>
        """,
        status: 403
      )
    )
    #expect(error.code == "AccessDenied")
    #expect(error.message == "User: arn:u is not authorized")
    #expect(error.requestID == "R2")
    #expect(error.region == nil)
  }

  @Test func readsEC2() {
    let error = ErrorEnvelope(
      answer(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Response><Errors><Error><Code>UnauthorizedOperation</Code>
        <Message>You are not authorized.</Message></Error></Errors><RequestID>R3</RequestID>
        </Response>
        """,
        status: 403
      )
    )
    #expect(error.code == "UnauthorizedOperation")
    #expect(error.message == "You are not authorized.")
    #expect(error.requestID == "R3")
  }

  @Test(arguments: [
    #"{"__type":"AccessDeniedException","message":"no"}"#,
    #"{"__type":"com.amazonaws.logs#AccessDeniedException","Message":"no"}"#,
    #"{"code":"AccessDeniedException","message":"no","more":{"a":[1]}}"#,
    "\u{FEFF} {\"__type\":\"AccessDeniedException:http://x/\",\"message\":\"no\"}",
  ])
  func readsJSON(body: String) {
    let error = ErrorEnvelope(answer(body, status: 400, headers: ["x-amzn-requestid": "R4"]))
    #expect(error.code == "AccessDeniedException")
    #expect(error.message == "no")
    #expect(error.requestID == "R4")
  }

  @Test(arguments: [
    "ThrottlingException", "ThrottlingException:http://internal.amazon.com/coral/#x/",
    "com.amazon.coral.availability#ThrottlingException",
  ])
  func readsTheHeader(type: String) {
    let error = ErrorEnvelope(
      answer(#"{"message":"slow down"}"#, status: 400, headers: ["x-amzn-errortype": type])
    )
    #expect(error.code == "ThrottlingException")
    #expect(error.message == "slow down")
  }

  /// As an emulator refuses CloudTrail and CloudWatch Logs, which speak JSON.
  @Test func readsXMLOfAJSONService() {
    let error = ErrorEnvelope(
      answer(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <ErrorResponse><Errors><Error><Code>InvalidClientTokenId</Code><Message>bad</Message>
        <Type>Sender</Type></Error></Errors></ErrorResponse>
        """,
        status: 403
      )
    )
    #expect(error.code == "InvalidClientTokenId")
    #expect(error.message == "bad")
  }

  @Test func aHeadTellsTheRegionAlone() {
    let headers = ["x-amz-bucket-region": "eu-west-3", "x-amz-request-id": "R5"]
    let error = ErrorEnvelope(answer("", status: 301, headers: headers))
    #expect(error.code == nil)
    #expect(error.region == "eu-west-3")
    #expect(error.requestID == "R5")
  }

  @Test(arguments: [
    "", "  ", "Bad Gateway", "<html><head><title>502</title></head></html>",
    "<!doctype html>\n<html lang=en><title>500 Internal Server Error</title>",
    "<Error><Code>Half", "{\"__type\":", "[]", "{}", #"{"__type":17}"#, "<Errors/>",
    "<ErrorResponse/>", "<Response><Errors/></Response>", #"{"__type":""}"#,
  ])
  func whatIsNoEnvelopeHasNoCode(body: String) {
    let error = ErrorEnvelope(answer(body, status: 502))
    #expect(error.code == nil)
    #expect(error.message == nil)
  }
}
