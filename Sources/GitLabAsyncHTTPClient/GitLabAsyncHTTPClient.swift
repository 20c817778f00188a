// The transport on AsyncHTTPClient is a part of the runtime, so that clients can use it by default. This module is the name
// under which programs import it.

@_exported import GitLabRuntime
