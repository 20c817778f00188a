// The cost of encoding a request, compared with Foundation.

try await ListRequest.run()
try await CreateRequest.run()
