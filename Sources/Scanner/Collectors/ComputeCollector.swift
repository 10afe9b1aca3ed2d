import AWSOperations
import Checks
import Domain

/// EC2 instances and EBS volumes, region by region.
struct ComputeCollector: Sendable {
  let reader: Reader

  func instances(_ progress: ProgressReport) async -> Contribution {
    let instances = await reader.regional(progress, part: { $0.instances = $1 }) { region in
      await reader.readAll(DescribeInstances(id: reader.unit?.id), in: region)
    }
    return { $0.instances = instances }
  }

  func volumes(_ progress: ProgressReport) async -> Contribution {
    let volumes = await reader.regional(progress, part: { $0.volumes = $1 }) { region in
      await reader.readAll(DescribeVolumes(id: reader.unit?.id), in: region)
    }
    return { $0.volumes = volumes }
  }

  func encryptionByDefault(_ progress: ProgressReport) async -> Contribution {
    let switches = await reader.regional(progress) { region in
      await reader.read(GetEbsEncryptionByDefault(), in: region)
    }
    return { $0.encryptionByDefault = switches }
  }
}
