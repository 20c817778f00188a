// Names of GitLab's header fields and of others that swift-http-types does not list.

import HTTPTypes

extension HTTPField.Name {
    static let privateToken = known("PRIVATE-TOKEN")
    static let jobToken = known("JOB-TOKEN")
    static let sudo = known("Sudo")
    static let rateLimitName = known("RateLimit-Name")
    static let rateLimitLimit = known("RateLimit-Limit")
    static let rateLimitRemaining = known("RateLimit-Remaining")
    static let rateLimitObserved = known("RateLimit-Observed")
    static let rateLimitReset = known("RateLimit-Reset")
    static let rateLimitResetTime = known("RateLimit-ResetTime")
    static let link = known("Link")
    static let page = known("X-Page")
    static let perPage = known("X-Per-Page")
    static let nextPage = known("X-Next-Page")
    static let total = known("X-Total")
    static let totalPages = known("X-Total-Pages")
    static let requestID = known("X-Request-Id")

    private static func known(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else {
            preconditionFailure("\(name) is not a name of a header field")
        }
        return field
    }
}
