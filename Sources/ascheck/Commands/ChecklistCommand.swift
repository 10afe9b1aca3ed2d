import ArgumentParser
import Domain
import Checks
import Reports

struct ChecklistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: Text(
      en: "Print the blank checklist with every guide, to review on paper.",
      ja: "紙での点検用に、ガイド付きのチェックリストを出力する"
    )
  )

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(en: "markdown, html or csv.", ja: "出力形式"))
  var format: DocumentFormat = .markdown

  func run() async throws {
    try await Program.run(common) { program in
      let document = ChecklistDocument(Catalog.checks, in: program.language) {
        Guide.markdown(of: $0, in: program.language)
      }
      program.console.print(document.text(as: format))
      return .success
    }
  }
}
