import AWSOperations
import Domain

extension Check {
  static let encryptedVolumes = Check(
    id: "ASC 07",
    section: .compute,
    title: Text(
      en: "EBS volumes are encrypted",
      ja: "暗号化されたEBSボリュームを使用すること"
    ),
    shortTitle: Text(en: "EBS volumes are encrypted", ja: "EBSボリュームの暗号化"),
    criterion: Text(
      en: "a volume is not encrypted with Amazon EBS encryption",
      ja: "Amazon EBS 暗号化が有効化されていない場合"
    ),
    why: Text(
      en: "Encryption secures what lies on a volume, its snapshots, and what travels between the "
        + "instance and the volume.",
      ja: "暗号化により、ボリュームとスナップショットに保存されたデータと、"
        + "インスタンスとボリュームの間を流れるデータの両方が保護されます。"
    ),
    remedy: Text(
      en: "Turn encryption by default on in every region, so that new volumes are encrypted. "
        + "Replace an existing volume by an encrypted one made from its snapshot.",
      ja: "全リージョンでデフォルトの暗号化を有効にすると、新しいボリュームは暗号化されます。"
        + "既存のボリュームは、スナップショットから暗号化ボリュームを作成して差し替えます。"
    ),
    severity: .medium,
    reasons: [.volumeUnencrypted, .volumeEncrypted, .volumesListed, .defaultEncryptionOff],
    method: .automatic(needs: [.volumes, .encryptionByDefault], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    inventory.volumes.findings(
      unit: { .region($0, service: "ec2", of: inventory) },
      { region, volumes in
        let volumes = volumes.filter { !["deleting", "deleted"].contains($0.state) }
        return volumes.map { finding(of: $0, region, inventory) }
          + defaultEncryption(in: region, volumes.count, inventory)
      }
    )
  }

  private static func finding(
    of volume: Volume,
    _ region: Region,
    _ inventory: Inventory
  ) -> Finding {
    let unit = Resource.ec2("volume", volume.id, in: region, of: inventory)
    var values = volume.values
    values["encryptionByDefault"] =
      inventory.encryptionByDefault[region]?.known { "\($0)" } ?? "?"
    guard let isEncrypted = volume.isEncrypted else {
      let gap = Gap(
        .undecodable,
        "ec2:DescribeVolumes",
        region: region,
        message: "the answer does not say whether the volume is encrypted"
      )
      return .unknown(unit, gap, values)
    }
    return isEncrypted
      ? .pass(unit, .volumeEncrypted, values)
      : .alert(unit, .volumeUnencrypted, values)
  }

  /// The region's switch only touches new volumes, so it warns once a region and never alerts.
  ///
  /// A region without volumes is left in peace.
  private static func defaultEncryption(
    in region: Region,
    _ count: Int,
    _ inventory: Inventory
  ) -> [Finding] {
    guard count > 0, case .known(false) = inventory.encryptionByDefault[region] else { return [] }
    let unit = Resource.region(region, service: "ec2", of: inventory)
    let values: Values = ["volumes": "\(count)", "encryptionByDefault": "false"]
    return [.pass(unit, .volumesListed, values, warnings: [.defaultEncryptionOff])]
  }
}

extension Volume {
  fileprivate var values: Values {
    var values: Values = ["volumeType": type ?? "?", "size": size.map { "\($0)" } ?? "?"]
    values["state"] = state
    values["nameTag"] = tags["Name"]
    values["attachedTo"] = attachedInstanceIDs.isEmpty ? nil : attachedInstanceIDs.listed
    values["snapshot"] = snapshotID.flatMap { $0.isEmpty ? nil : $0 }
    values["kmsKey"] = kmsKeyID
    values["managedBy"] = managedBy
    values["createdAt"] = createdAt?.timestamp
    return values
  }
}

extension Reason {
  static let volumeUnencrypted = Reason(
    "volumeUnencrypted",
    en: "not encrypted: {volumeType}, {size} GiB",
    ja: "暗号化されていません: {volumeType} {size} GiB"
  )
  static let volumeEncrypted = Reason("volumeEncrypted", en: "encrypted", ja: "暗号化されています")
  static let volumesListed = Reason(
    "volumesListed",
    en: "{volumes} volumes, each judged by itself",
    ja: "ボリューム {volumes} 件 (判定は個別)"
  )
  static let defaultEncryptionOff = Reason(
    "defaultEncryptionOff",
    en: "encryption by default is off in the region, so new volumes may not be encrypted",
    ja: "リージョンのデフォルトの暗号化が無効なため、"
      + "新しいボリュームは暗号化されない場合があります"
  )
}
