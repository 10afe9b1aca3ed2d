import AWSOperations
import Domain
import FoundationEssentials

/// ASC 09: the key pairs, their age, and which instances they open.
struct KeyPairEvidence {
  private let inventory: Inventory
  private let exposures: [Region: NetworkExposure]

  init(of inventory: Inventory) {
    self.inventory = inventory
    let readable = inventory.evidence.network.readable
    exposures = Dictionary(
      readable.map { ($0.region, NetworkExposure(of: $0.value)) }
    ) { first, _ in first }
  }

  var evidence: Evidence {
    let (keys, uses) = (keys, uses)
    let missing = uses.filter { use in
      !keys.contains { $0.region == use.region && $0.pair.name == use.key } && isRead(use.region)
    }
    var evidence = Evidence(summary: summary(keys, missing))
    let exposed = keys.filter { !$0.exposed.isEmpty }
    for key in exposed {
      evidence.addFlag(of: key.exposed.map(\.instance.id)) { list, _ in .exposed(key.text, list) }
    }
    evidence.addFlag(of: missing.map(\.text).sorted()) { list, _ in .missingKey(list) }
    evidence.addFlag(of: keys.filter { $0.isOld }.map(\.text), Text.oldKeys)
    evidence.addFlag(of: keys.filter { $0.uses.isEmpty && !$0.mayBeUsed }.map(\.text), Text.unused)
    evidence.tables = [table(of: keys)]
    evidence.addNotVisible(
      inventory.evidence.keyPairs.gaps + inventory.instances.gaps
        + inventory.evidence.network.gaps + exposures.values.flatMap(\.gaps)
    )
    evidence.material = material(uses)
    return evidence
  }

  static let rules = [
    MaterialRule(
      "keyPairs",
      Text(en: "key pair", ja: "キーペア"),
      added: .any,
      removed: .any,
      changed: .any
    ),
    MaterialRule(
      "keyUses",
      Text(en: "use of a key pair", ja: "キーペアの利用"),
      added: .any
    ),
  ]

  private func material(_ uses: [Use]) -> MaterialFacts {
    var facts = MaterialFacts()
    facts.add("keyPairs", inventory.evidence.keyPairs) { _, pairs in
      Dictionary(pairs.map { ($0.id, $0.name) }) { first, _ in first }
    }
    facts.add("keyUses", inventory.instances) { region, _ in
      .init(present: uses.filter { $0.region == region }.map { "\($0.key) \($0.instance.id)" })
    }
    return facts
  }

  /// One instance that a key opens.
  private struct Use {
    let region: Region
    let key: String
    let instance: Instance

    var text: String { "\(key): \(instance.id) (\(region.name))" }
  }

  /// A key pair with what is known of its use.
  private struct Key {
    let region: Region
    let pair: KeyPair
    let age: Int?
    let uses: [Use]
    let exposed: [Use]
    /// Its region's instances could not be read.
    let mayBeUsed: Bool

    var isOld: Bool { (age ?? 0) > 365 }
    var isFlagged: Bool { isOld || !exposed.isEmpty || (uses.isEmpty && !mayBeUsed) }
    var text: String { "\(pair.name) (\(region.name))" }
  }

  private var uses: [Use] {
    inventory.instances.readable.flatMap { region, instances in
      instances.filter(\.isAlive).compactMap { instance in
        instance.keyName.map { Use(region: region, key: $0, instance: instance) }
      }
    }
  }

  private var keys: [Key] {
    let uses = uses
    return inventory.evidence.keyPairs.readable.flatMap { region, pairs in
      let open = exposures[region]?.instances(openOn: [22, 3389]) ?? []
      return pairs.map { pair in
        let uses = uses.filter { $0.region == region && $0.key == pair.name }
        return Key(
          region: region,
          pair: pair,
          age: pair.createdAt?.days(until: inventory.now),
          uses: uses,
          exposed: uses.filter { open.contains($0.instance.id) },
          mayBeUsed: inventory.instances[region].map { $0.gap != nil } ?? true
        )
      }
    }
  }

  private func isRead(_ region: Region) -> Bool {
    inventory.evidence.keyPairs[region].map { $0.gap == nil } ?? false
  }

  private func summary(_ keys: [Key], _ missing: [Use]) -> Text {
    let exposed = keys.count { !$0.exposed.isEmpty }
    let old = keys.count(where: \.isOld)
    return Text(
      en: "key pairs: \(keys.count), older than a year: \(old), on exposed instances: \(exposed)",
      ja: "キーペア\(keys.count)件、うち1年超\(old)件、公開インスタンスで利用\(exposed)件"
    )
  }

  private func table(of keys: [Key]) -> Evidence.Table {
    Evidence.Table(
      Text(en: "Key pairs", ja: "キーペア"),
      columns: [
        Text(en: "key", ja: "キー"), Text(en: "region", ja: "リージョン"),
        Text(en: "type", ja: "種類"), Text(en: "origin", ja: "作成方法"),
        Text(en: "created", ja: "作成日"), Text(en: "age", ja: "経過"),
        Text(en: "used by", ja: "利用"), Text(en: "exposed", ja: "公開"),
      ],
      rows: keys.map { key in
        Evidence.Table.Row(
          [
            Text(verbatim: key.pair.name), Text(verbatim: key.region.name),
            key.pair.type.map(Text.init(verbatim:)) ?? .notKnown, key.pair.origin,
            key.pair.createdAt.map { Text(verbatim: $0.day) } ?? .notKnown,
            key.age.map(Text.days) ?? .notKnown,
            key.mayBeUsed ? .notKnown : Self.words(of: key.uses),
            key.exposed.isEmpty ? .no : .yes,
          ],
          isFlagged: key.isFlagged
        )
      }
    )
  }

  private static func words(of uses: [Use]) -> Text {
    let running = uses.count { $0.instance.state != "stopped" }
    let stopped = uses.count - running
    return Text(
      en: "\(running) running, \(stopped) stopped",
      ja: "実行中\(running)、停止\(stopped)"
    )
  }
}

extension Instance {
  /// Not on its way out.
  var isAlive: Bool { !["shutting-down", "terminated"].contains(state) }
}

extension KeyPair {
  /// EC2 fingerprints RSA keys of its own by SHA-1 and imported ones by MD5; others do not tell.
  fileprivate var origin: Text {
    switch fingerprint?.split(separator: ":").count {
    case 20 where type == "rsa": Text(en: "made by EC2", ja: "EC2で作成")
    case 16 where type == "rsa": Text(en: "imported", ja: "インポート")
    default: .notKnown
    }
  }
}

extension Text {
  fileprivate static func exposed(_ key: String, _ instances: String) -> Self {
    Text(
      en: "\(key) opens instances that the internet reaches on port 22 or 3389: \(instances)",
      ja: "\(key) は、22番か3389番ポートがインターネットに公開されたインスタンスで"
        + "使われています: \(instances)"
    )
  }

  fileprivate static func missingKey(_ list: String) -> Self {
    Text(
      en: "instances refer to a key pair that no longer exists; the public key may still be in "
        + "their authorized_keys: \(list)",
      ja: "存在しないキーペアを参照するインスタンスがあります。公開鍵は"
        + "authorized_keysに残っている可能性があります: \(list)"
    )
  }

  fileprivate static func oldKeys(_ list: String, _ count: Int) -> Self {
    Text(
      en: "key pairs older than 365 days (\(count)): \(list)",
      ja: "作成から365日を超えたキーペアが\(count)件あります: \(list)"
    )
  }

  fileprivate static func unused(_ list: String, _ count: Int) -> Self {
    Text(
      en: "key pairs that no instance uses (\(count)): \(list)",
      ja: "どのインスタンスも使っていないキーペアが\(count)件あります: \(list)"
    )
  }
}
