import Testing

@testable import AWSOperations

struct PublicAccessBlockTests {
  @Test func eachSettingIsReadFromItsElement() throws {
    let names = [
      "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets",
    ]
    for name in names {
      let settings = names.map { "<\($0)>\($0 == name)</\($0)>" }.joined()
      let block = try PublicAccessBlock(XMLDocument(Array("<c>\(settings)</c>".utf8)).root)
      #expect(
        block
          == PublicAccessBlock(
            blocksPublicACLs: name == names[0],
            ignoresPublicACLs: name == names[1],
            blocksPublicPolicy: name == names[2],
            restrictsPublicBuckets: name == names[3]
          )
      )
    }
  }

  @Test func aMissingSettingThrows() throws {
    let root = try XMLDocument(Array("<c><BlockPublicAcls>true</BlockPublicAcls></c>".utf8)).root
    #expect(throws: Undecodable("c without IgnorePublicAcls")) { try PublicAccessBlock(root) }
  }
}
