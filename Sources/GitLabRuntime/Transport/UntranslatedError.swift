// Errors of a transport that are not errors of a connection.

/// An error of a transport that reaches the caller unchanged, and ends the call: a transport for tests reports errors
/// of the test with it.
package protocol UntranslatedError: Error {}
