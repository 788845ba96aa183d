/**
 * What a hostile client may send to a whole server. Each call of the OpenAPI documents, and each that stands in none of them, has an example that is
 * taken ({@link io.stele.server.fuzz.Examples}); the example is changed at random in its body, path, query, headers and framing
 * ({@link io.stele.server.fuzz.Mutation}) and sent byte by byte, and the answer is judged ({@link io.stele.server.fuzz.Verdict}): it comes in time, is
 * no fault of the server's, is in the API's own envelope, and tells nothing of the inside.
 */
package io.stele.server.fuzz;
