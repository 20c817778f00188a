// Following redirects, and the requests to their targets.

import HTTPTypes

extension GitLabClient {
    /// The most redirects that are followed for one request.
    private static let mostRedirects = 5

    /// Returns the request to send next. Only reading requests are sent again.
    func redirection(
        from target: Target,
        _ response: HTTPResponse,
        _ sending: Sending,
        count: Int
    ) throws -> Target {
        let head = target.head
        func refused(_ message: String) -> GitLabError {
            failure(.redirect, message, ReceivedResponse(request: head, head: response, bytes: []))
        }
        let base = URLText("\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")")
        let location = response.headerFields[.location]
        if let location, let scheme = URLText.scheme(of: location), !location.contains("://") {
            throw refused("the server redirects to a URL with the scheme \(scheme), which the client does not follow")
        }
        guard let location, let base,
            let place = URLText(location, relativeTo: base)
        else { throw refused("the server redirects without a Location") }
        guard let here = Origin(scheme: base.scheme, authority: base.authority),
            let there = Origin(scheme: place.scheme, authority: place.authority),
            here.allowsRedirect(to: there, sending)
        else {
            let host = place.authority.split(separator: "@").last.map(String.init) ?? ""
            throw refused(
                "the server redirects to \(place.scheme)://\(host), which the client does not follow; "
                    + "if that is where GitLab is, give the client that base URL")
        }
        guard head.method == .get || head.method == .head else {
            throw refused(
                "the server redirects this \(head.method.rawValue) to \(place.path); only GET and HEAD requests follow a redirect"
            )
        }
        guard count <= Self.mostRedirects else {
            throw refused("the server redirected more than \(Self.mostRedirects) times, last to \(place.path)")
        }
        var next = target
        if there == here {
            next.head.path = URLText.encodingUnusual(in: withoutCredentials(place))
        } else {
            // A server that repeats a secret in its redirect must not pass it on.
            let secrets = credentials.secrets + ((try? parts.fields.get())?.secrets ?? [])
            guard !secrets.contains(where: PercentDecoding.text(place.target).contains) else {
                throw refused("the server redirects to \(there) with the credentials in the URL")
            }
            next.head = head.bare(to: there, path: URLText.encodingUnusual(in: place.target))
            next.hasLeftOrigin = true
        }
        return next
    }

    /// Returns the target without the token that the server repeats from the query; the client adds it again.
    private func withoutCredentials(_ place: URLText) -> String {
        guard credentials.travelInURL, let query = place.query else { return place.target }
        let rest = QueryText.removing(names: Credentials.queryNames, from: query)
        return rest.isEmpty ? place.path : "\(place.path)?\(rest)"
    }
}

extension Origin {
    /// Returns whether a redirect is followed. It is not the user's permission to send the request to another host.
    /// Only a download is sent there, because GitLab keeps files in object storages; a request over TLS is never sent
    /// without.
    fileprivate func allowsRedirect(to there: Origin, _ sending: Sending) -> Bool {
        switch sending {
        case .request: there == self
        case .download: there == self || there.scheme == "https" || scheme == "http"
        }
    }
}

extension HTTPRequest {
    /// Returns the same request for another origin, without the fields that are for GitLab.
    fileprivate func bare(to origin: Origin, path: String) -> HTTPRequest {
        var bare = HTTPRequest(method: method, scheme: origin.scheme, authority: origin.authority, path: path)
        for name in [HTTPField.Name.accept, .acceptEncoding, .userAgent, .range, .ifRange] {
            bare.headerFields[name] = headerFields[name]
        }
        return bare
    }
}
