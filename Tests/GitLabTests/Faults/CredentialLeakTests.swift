// No byte of a credential reaches another origin, whatever redirects there.

import Foundation
import GitLabRuntime
import Testing

/// Every kind of credentials, with the secret that must not show.
private struct Secret: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let credentials: Credentials

    static let all: [Secret] = {
        let headers: [(String, (String) -> Credentials)] = [
            ("personal access token", Credentials.personalAccessToken),
            ("project access token", Credentials.projectAccessToken),
            ("group access token", Credentials.groupAccessToken),
            ("impersonation token", Credentials.impersonationToken),
            ("OAuth access token", { Credentials.oauth(accessToken: $0) }),
            ("renewed OAuth access token", { Credentials.oauth(Provider(token: $0)) }),
            ("job token", Credentials.jobToken), ("session cookie", Credentials.sessionCookie),
        ]
        return headers.enumerated().flatMap { index, kind in
            let text = "5ecret+\(index)/=token%41"
            let inHeader = Secret(testDescription: kind.0, text: text, credentials: kind.1(text))
            guard kind.0 != "session cookie" else { return [inHeader] }
            return [
                inHeader,
                Secret(testDescription: "\(kind.0) in the query", text: text, credentials: kind.1(text).sentInQuery()),
            ]
        }
    }()

    /// The spellings in which it might be sent.
    var spellings: [String] {
        let safe = CharacterSet.alphanumerics
        return [
            text, text.addingPercentEncoding(withAllowedCharacters: safe) ?? text,
            text.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? text,
            Data(text.utf8).base64EncodedString(), "5ecret",
        ]
    }
}

private struct Provider: AccessTokenProvider {
    let token: String

    func accessToken(for request: AccessTokenRequest) async throws -> AccessToken {
        AccessToken(token)
    }
}

extension RealStack {
    @Suite("Credentials and other origins", .serialized)
    struct CredentialLeakTests {
        @Test("do not meet", arguments: FaultTransport.allCases)
        func zeroBytes(transport: FaultTransport) async throws {
            let server = try await FaultServer.shared
            let second = try await server.otherPorts.second
            _ = try await server.takeFromSecondOrigin()
            var reached = 0
            for secret in Secret.all {
                for status in [
                    "301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect",
                    "308 Permanent Redirect",
                ] {
                    let key = UUID().uuidString
                    let (url, _) = try await server.play(
                        [[Fault.response(status, "", ["Location: http://127.0.0.1:\(second)/elsewhere?a=1"])]], as: key)
                    let plain = GitLabClient(baseURL: url, credentials: secret.credentials, transport: transport.make())
                        .with { $0.retries = .never }
                    for gitlab in [plain, plain.with { $0.sudo = "s5ecretary" }] {
                        await ask(gitlab)
                        let received = String(decoding: try await server.takeFromSecondOrigin(), as: UTF8.self)
                        reached += received.isEmpty ? 0 : 1
                        for spelling in secret.spellings + ["s5ecretary"] {
                            #expect(!received.contains(spelling), "\(secret.testDescription), \(status): \(received)")
                        }
                        for name in ["token", "authorization", "cookie", "sudo"] {
                            #expect(!received.lowercased().contains(name), "\(secret.testDescription): \(received)")
                        }
                    }
                    let first = try await server.seen(key)
                    #expect(!first.isEmpty)
                }
            }
            print(
                "\(Secret.all.count) kinds of credentials × 5 statuses: the other origin was reached \(reached) times")
            // Downloads go there, and nothing else does.
            #expect(reached >= Secret.all.count * 5)
        }

        /// Reads, writes, walks and downloads; that most of it fails is not the point here.
        private func ask(_ gitlab: GitLabClient) async {
            _ = try? await gitlab.send(GetFaultyProject())
            _ = try? await gitlab.send(EditFaultyProject())
            _ = try? await gitlab.pages(ListFaultyProjects()).page(1)
            _ = try? await gitlab.download(DownloadFaultySnapshot()).bytes(upTo: 1_000)
        }
    }
}
