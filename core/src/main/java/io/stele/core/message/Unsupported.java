package io.stele.core.message;

/**
 * Content of a kind that we do not know, kept as it came.
 *
 * @param kind the provider's word for it, for example {@code unsupported}, {@code request_welcome} or {@code pin}
 * @param details the message's other members
 */
public record Unsupported(String kind, Json.Members details) implements Content {}
