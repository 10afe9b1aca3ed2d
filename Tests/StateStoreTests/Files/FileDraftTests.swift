import Domain
import Foundation
import Testing

@testable import StateStore

struct FileDraftTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private var path: String { Path.sibling("draft", of: folder.state) }

  @Test func takesItsNameWhenItIsWhole() throws {
    let draft = FileDraft(path, 0o640, in: .live)
    draft.write(Array("one ".utf8))
    #expect(try folder.names() == ["draft.new"])
    draft.write(Array("two".utf8))
    #expect(try draft.finish() == Digest.hex(Digest.sha256("one two".utf8)))
    #expect(try folder.names() == ["draft"])
    #expect(try FileSystem.live.read(path) == Array("one two".utf8))
    #expect(try FileSystem.live.mode(path) == 0o640)
  }

  @Test func anUnfinishedOneLeavesNothing() throws {
    FileDraft(path, 0o600, in: .live).write(Array("one".utf8))
    #expect(try folder.names().isEmpty)
  }

  @Test func tellsTheFirstFailureAtTheEnd() throws {
    var files = FileSystem.live
    files.open = { path, mode throws(FileSystem.Failure) in
      let file = try FileSystem.live.open(path, mode)
      return FileSystem.NewFile(
        write: { _ throws(FileSystem.Failure) in throw FileSystem.Failure(code: ENOSPC) },
        sync: file.sync
      )
    }
    let draft = FileDraft(path, 0o600, in: files)
    draft.write(Array("one".utf8))
    draft.write(Array("two".utf8))
    #expect(throws: FileSystem.Failure(code: ENOSPC)) { try draft.finish() }
  }

  @Test func takesThePlaceOfWhatACrashLeft() throws {
    try folder.write("half", to: "draft.new")
    let draft = FileDraft(path, 0o600, in: .live)
    draft.write(Array("whole".utf8))
    _ = try draft.finish()
    #expect(try FileSystem.live.read(path) == Array("whole".utf8))
  }
}
