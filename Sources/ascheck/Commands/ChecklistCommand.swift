import ArgumentParser
import Checks
import Reports

struct ChecklistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Print the blank checklist with every guide, to review on paper."
  )

  @OptionGroup var common: CommonOptions

  @Option(help: "markdown, html or csv.")
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
