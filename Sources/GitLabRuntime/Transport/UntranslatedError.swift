// Errors of a transport that are no errors of a connection.

/// An error of a transport that reaches the caller as it is, and ends the call: what a transport for tests says about the
/// test itself.
package protocol UntranslatedError: Error {}
