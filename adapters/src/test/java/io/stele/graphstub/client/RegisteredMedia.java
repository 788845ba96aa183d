package io.stele.graphstub.client;

/**
 * A file that a customer sent, as a webhook names it.
 *
 * @param mimeType its media type, with parameters
 * @param sha256 in Base64, as webhooks have it
 * @param url where it can be fetched for some minutes
 */
public record RegisteredMedia(String id, String mimeType, String sha256, String url) {}
