import FoundationEssentials

/// Reads settings from the disk.
package enum SettingsFile {
  /// The file's text, or `nil` where there is no file.
  package static func read(_ path: String) throws(SettingsError) -> String? {
    do {
      return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return nil
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw .fileUnreadable(path: path, reason: "permission denied")
    } catch {
      throw .fileUnreadable(path: path, reason: "\(error)")
    }
  }
}
