import Testing

@testable import Checks

struct PolicyDocumentTests {
  @Test func readsPlainAndEncodedText() throws {
    let plain = try PolicyDocument(" \n{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"a:b+c\"}}")
    let encoded = try PolicyDocument(
      "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22a:b+c%22%7D%7D"
    )
    #expect(plain == encoded)
    #expect(plain.statements.first?.actions == ["a:b+c"])
  }

  @Test func readsAStatementThatIsAnObjectAndOneThatIsAList() throws {
    #expect(try PolicyDocument(#"{"Statement":{"Sid":"one"}}"#).statements.map(\.sid) == ["one"])
    #expect(
      try PolicyDocument(#"{"Statement":[{"Sid":"one"},{"Sid":"two"}]}"#).statements.map(\.sid)
        == ["one", "two"]
    )
  }

  @Test func readsElementNamesInAnyCase() throws {
    let policy = try PolicyDocument(#"{"statement":{"effect":"Allow","ACTION":["a","b"]}}"#)
    #expect(policy.statements.first?.isAllow == true)
    #expect(policy.statements.first?.actions == ["a", "b"])
  }

  @Test func onlyTheExactWordAllows() throws {
    #expect(
      try PolicyDocument(#"{"Statement":{"Effect":"allow"}}"#).statements.first?.isAllow == false
    )
  }

  @Test func aPolicyMayHaveNoStatement() throws {
    #expect(try PolicyDocument(#"{"Version":"2012-10-17"}"#).statements == [])
  }

  @Test func anEmptyConditionIsNone() throws {
    #expect(
      try PolicyDocument(#"{"Statement":{"Condition":{}}}"#).statements.first?.condition == nil
    )
  }

  @Test(arguments: ["", "{", "%7B%2", "[]", "hello", #"{"Statement":"x"}"#, #"{"Statement":[1]}"#])
  func refusesWhatIsNoPolicy(_ text: String) {
    #expect(throws: PolicyDocument.Unreadable.self) { try PolicyDocument(text) }
  }

  @Test func summarisesAStatementWithoutItsName() throws {
    let policy = try PolicyDocument(
      #"{"Statement":{"Sid":"x","Resource":"*","Effect":"Allow","Action":["*"]}}"#
    )
    #expect(
      policy.statements.first?.summary == #"{"Action":["*"],"Effect":"Allow","Resource":"*"}"#
    )
  }
}
