import AWSOperations

extension FlowLog {
  package var isUsable: Bool { status == "ACTIVE" }
}
