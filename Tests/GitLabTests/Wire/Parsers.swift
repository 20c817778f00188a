// The server that returns a request as it read it.

import Foundation

enum Parsers {
    /// The port of Server/wire.rb.
    static var port: Int {
        get async throws { try await Servers.current.url(.parsers).port ?? 0 }
    }
}
