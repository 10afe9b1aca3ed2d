import Domain

/// Taking back what was decided, and doing it again.
///
/// What was done last is taken back right away, also when the cursor is still on it. Anywhere else
/// a decision that stands under the cursor is taken back after a question, and where none stands
/// what was done last.
extension Router {
  var takingBack: Step? {
    let (last, standing) = (surroundings.acts.next(.back), top.standing)
    if let last, surroundings.acts.isFresh || standing.map({ last.wrote($0.id) }) ?? true {
      return .reverse(.back)
    }
    return standing.map { .ask($0.question) }
  }

  var refusalOfTakingBack: Text? {
    if surroundings.board.isReadOnly { return Refusal.readOnly }
    if top.isForm { return Self.finishForm }
    return takingBack == nil
      ? Text(
        en: "nothing here to take back; <a> records an evaluation, <x> an exception",
        ja: "取り消せる評価や例外はありません。<a> で評価、<x> で例外を登録します"
      ) : nil
  }

  var refusalOfRedoing: Text? {
    if surroundings.board.isReadOnly { return Refusal.readOnly }
    if top.isForm { return Self.finishForm }
    return surroundings.acts.next(.again) == nil
      ? Text(
        en: "nothing was taken back; <u> takes back what was done last",
        ja: "やり直せる操作はありません。<u> で直前の操作を元に戻します"
      ) : nil
  }

  private static let finishForm = Text(
    en: "not while this form is open; <Esc> leaves it",
    ja: "入力中は使えません。<Esc> で入力を中止します"
  )
}
