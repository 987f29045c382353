import Core
import Glibc

/// The whole path of a picture that is there.
///
/// - Throws: ``InputError``.
func checkedPhoto(_ path: String) throws -> String {
  var status = stat()
  guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
    throw InputError(
      "the photo \(quotedPath(path)) is no file", hint: "give the path of a picture that is there")
  }
  guard access(path, R_OK) == 0, let resolved = realpath(path, nil) else {
    throw InputError(
      "cannot read the photo \(quotedPath(path)): \(String(cString: strerror(errno)))",
      hint: "give the path of a picture that is there")
  }
  defer { free(resolved) }
  return String(cString: resolved)
}
