package io.stele.core.intake;

import java.util.UUID;

/** The bytes of an attachment that the draft's email names by this id. The array is not copied; nobody may change it. */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only; copying 40 MB would serve nobody
public record AttachmentBytes(UUID id, byte[] bytes) {}
