package io.stele.core.message;

/** What sort of file a media message carries. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER
}
