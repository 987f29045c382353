import Analytics
import Core
import Import
import Store
import System

/// A request to import another app's file.
package struct ImportRequest {
  package var format: Format
  package var file: String
  package var options: ImportOptions
  /// A file that maps the app's names to ours.
  package var map: String?
  /// Where to write a proposed map instead of importing.
  package var newMap: String?
  /// Whether to store nothing.
  package var isDry: Bool

  package init(
    format: Format, file: String, options: ImportOptions, map: String? = nil,
    newMap: String? = nil, isDry: Bool = false
  ) {
    (self.format, self.file, self.options) = (format, file, options)
    (self.map, self.newMap, self.isDry) = (map, newMap, isDry)
  }
}

extension Context {
  /// Adds to the log whatever it lacks of a file, in one step.
  ///
  /// - Returns: what was added; nil when only a map was written.
  /// - Throws: ``InputError``, ``StoreError``, ``Failure`` with the line of the file.
  package func importFile(_ request: ImportRequest) throws -> ImportSummary? {
    if let map = request.newMap {
      try refuseReserved(map, named: "--write-map")
      guard (try? FileStatus(map, followingLinks: false)) == nil else {
        throw Failure(
          "there is a file \(map.quotedPath) already",
          hint: "name a new one; nothing is replaced, so that no edit of yours is lost")
      }
    }
    let found = try existingLog()
    do {
      let reader = try FileReader(
        self, form: request.format, path: request.file, options: request.options)
      let scan = try reader.scan()
      let resolver = try resolver(scan, request: request, in: found)
      if let map = request.newMap {
        try AtomicFile.write(Array(resolver.mapping.text.utf8), to: map)
        note("wrote what the names mean to \(map.quotedPath); nothing was imported")
        return nil
      }
      let job = ImportJob(
        reader: reader, scan: scan, resolver: resolver,
        builder: try builder(scan, resolver: resolver, in: found),
        isMappingGiven: request.map != nil)
      return request.isDry ? try job.rehearse(found) : try job.run(into: try log(found), self)
    } catch let failure as ImportFailure {
      let place = failure.line.map { failure.message.contains("line \($0)") ? "" : "line \($0): " }
      throw Failure((place ?? "") + failure.message, hint: failure.hint ?? "nothing was imported")
    }
  }

  private func builder(
    _ scan: ImportScan, resolver: NameResolver, in log: LogStore?
  ) throws -> EntryBuilder {
    EntryBuilder(
      resolver.mapping, kinds: try MeasurementKind.whole(log) + resolver.kinds, zone: zone,
      dayStart: try settings(log).dayStart, now: now, midnightsAreDates: scan.hasOnlyMidnights,
      units: resolver.units, holds: { try log?.holds($0, id: $1) ?? false })
  }

  /// Resolves names first by the given map, then by what was remembered.
  private func resolver(
    _ scan: ImportScan, request: ImportRequest, in log: LogStore?
  ) throws -> NameResolver {
    let remembered = NameMapping(
      remembered: try log?.importMapping(request.format.rawValue) ?? "")
    var given = NameMapping()
    if let path = request.map {
      guard let text = String(validating: try Input.read(path), as: UTF8.self) else {
        throw Failure("the mapping \(path.quotedPath) is not UTF-8", hint: "save it as UTF-8")
      }
      given = try NameMapping(text)
    }
    return try NameResolver(
      scan, remembered: remembered, given: given, catalogue: try catalogue(log),
      kinds: try MeasurementKind.whole(log))
  }
}
