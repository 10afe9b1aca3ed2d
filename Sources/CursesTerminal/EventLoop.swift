import CTerminal
import Glibc
import TerminalUI

/// Feeds an application from the keyboard, the inbox and signals, and draws it.
///
/// A key is drawn at once; everything else waits for the next frame, so that ten thousand messages
/// a second cost thirty drawings. Without input and animation the loop sleeps.
struct EventLoop<Program: Application> {
  private enum Pace {
    static var frame: Duration { .milliseconds(33) }
    static var tick: Duration { .milliseconds(250) }
    /// How long after a hang-up the application may still save.
    static var farewell: Duration { .milliseconds(800) }
    /// How much too late a wait may end on a busy machine.
    static var oversleep: Duration { .milliseconds(500) }
    /// How long a paste may be silent before it counts as ended.
    static var paste: Duration { .milliseconds(500) }
  }

  private(set) var program: Program
  /// What told the program to leave, if a signal did.
  private(set) var signal: Int32?
  private let terminal: Terminal
  private let inbox: Inbox<Program.Message>
  private let clock = ContinuousClock()
  private var decoder = KeyDecoder()
  private var width: Int
  private var height: Int

  private var needsDrawing = true
  private var nextFrame: ContinuousClock.Instant
  private var nextTick: ContinuousClock.Instant?
  private var pasteEnd: ContinuousClock.Instant?
  /// Set by a hang-up: when to leave even if the application has not finished.
  private var farewell: ContinuousClock.Instant?

  init(_ program: Program, on terminal: Terminal, inbox: Inbox<Program.Message>) {
    self.program = program
    self.terminal = terminal
    self.inbox = inbox
    width = terminal.features.width
    height = terminal.features.height
    nextFrame = clock.now
  }

  /// Returns when the application has finished.
  mutating func run() {
    program.handle(.resize(width: width, height: height))
    draw()
    while !isOver {
      let (start, limit) = (clock.now, timeout)
      let ready = wait(limit)
      noticeStop(clock.now - start, limit)
      takeSignals()
      if ready.input { takeInput() }
      if ready.hangUp { hangUp() }
      if ready.messages { takeMessages() }
      takeTime()
      lend()
      if needsDrawing, clock.now >= nextFrame { draw() }
    }
  }

  private var isOver: Bool {
    program.isFinished || farewell.map { $0 <= clock.now } ?? false
  }

  // MARK: Waiting

  private struct Ready {
    var input = false
    var hangUp = false
    var messages = false
  }

  private func wait(_ limit: Int32) -> Ready {
    let wanted = Int16(POLLIN)
    // A terminal that has hung up would wake poll for ever; messages pile up until the next frame.
    var descriptors = [
      pollfd(fd: terminal_signals(), events: wanted, revents: 0),
      pollfd(fd: farewell == nil ? terminal_input() : -1, events: wanted, revents: 0),
      pollfd(fd: needsDrawing ? -1 : inbox.descriptor, events: wanted, revents: 0),
    ]
    poll(&descriptors, nfds_t(descriptors.count), limit)
    let terminalEvents = Int32(descriptors[1].revents)
    return Ready(
      input: terminalEvents & POLLIN != 0,
      hangUp: terminalEvents & (POLLHUP | POLLERR | POLLNVAL) != 0,
      messages: descriptors[2].revents != 0
    )
  }

  /// Milliseconds until something is due, -1 when nothing is.
  private var timeout: Int32 {
    let frame = needsDrawing ? nextFrame : nil
    guard let next = [frame, nextTick, pasteEnd, farewell].compactMap({ $0 }).min() else {
      return -1
    }
    let milliseconds = (next - clock.now) / .milliseconds(1)
    return Int32(max(0, milliseconds.rounded(.up)))
  }

  // MARK: Signals

  private mutating func takeSignals() {
    var sizeMayDiffer = false
    while case let number = terminal_take_signal(), number != 0 {
      switch number {
      case SIGWINCH: sizeMayDiffer = true
      case SIGCONT:
        terminal.retake()
        sizeMayDiffer = true
      case SIGTSTP:
        suspend()
        sizeMayDiffer = true
      default:
        signal = signal ?? number
        hangUp()
      }
    }
    if sizeMayDiffer { takeSize() }
  }

  private mutating func suspend() {
    let start = clock.now
    terminal.suspend()
    program.handle(.resumed(after: clock.now - start))
  }

  /// Meanwhile nothing is drawn; messages wait.
  private mutating func lend() {
    guard farewell == nil, let text = program.textToEdit else { return }
    program.handle(.edited(terminal.edit(text)))
    takeSize()
  }

  /// Who slept much longer than for a tick was stopped from outside, or the whole machine slept.
  ///
  /// SIGCONT alone does not tell how long, and a machine that wakes up sends none.
  private mutating func noticeStop(_ slept: Duration, _ limit: Int32) {
    guard limit >= 0, slept - .milliseconds(limit) > Pace.oversleep else { return }
    program.handle(.resumed(after: slept))
    needsDrawing = true
  }

  /// Many signals in one go change the size once.
  private mutating func takeSize() {
    needsDrawing = true
    guard let size = Terminal.size, size != (width, height) else { return }
    (width, height) = size
    terminal.resize(width: width, height: height)
    program.handle(.resize(width: width, height: height))
  }

  private mutating func hangUp() {
    guard farewell == nil else { return }
    farewell = clock.now + Pace.farewell
    needsDrawing = false
    program.handle(.hangUp)
  }

  // MARK: Input

  /// Reads until nothing is left: characters wait in curses where poll cannot see them.
  private mutating func takeInput() {
    var hasRead = false
    while !program.isFinished, case let code = terminal_read(), code >= 0 {
      hasRead = true
      handle(decoder.take(code))
    }
    handle(decoder.pause())
    pasteEnd = decoder.isPasting ? clock.now + Pace.paste : nil
    if hasRead {
      draw()
    } else if terminal_is_at_end() {
      hangUp()
    }
  }

  private mutating func handle(_ output: KeyDecoder.Output?) {
    switch output {
    case .key(.control("z")):
      suspend()
      takeSize()
    case .key(.control("l")): terminal.repaint()
    case .key(let key): program.handle(.key(key))
    case .mouse(let mouse): program.handle(.mouse(mouse))
    case .paste(let text): program.handle(.paste(text))
    case nil: return
    }
  }

  // MARK: Messages and time

  private mutating func takeMessages() {
    let (messages, bytes) = inbox.take()
    if farewell == nil { terminal.send(bytes) }
    for message in messages where !program.isFinished {
      program.handle(.message(message))
      needsDrawing = true
    }
  }

  private mutating func takeTime() {
    if let end = pasteEnd, end <= clock.now {
      pasteEnd = nil
      handle(decoder.endPaste())
      needsDrawing = true
    }
    guard program.isAnimated else { return nextTick = nil }
    guard let due = nextTick else { return nextTick = clock.now + Pace.tick }
    guard due <= clock.now else { return }
    nextTick = clock.now + Pace.tick
    program.handle(.tick)
    needsDrawing = true
  }

  // MARK: Drawing

  private mutating func draw() {
    needsDrawing = false
    // Nothing is written to a terminal that may be gone.
    guard farewell == nil else { return }
    terminal.reportMouse(program.wantsMouse)
    var canvas = Canvas(width: width, height: height)
    program.draw(on: &canvas)
    terminal.draw(canvas, under: program.plainText)
    nextFrame = clock.now + Pace.frame
  }
}
