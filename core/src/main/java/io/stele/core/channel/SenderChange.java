package io.stele.core.channel;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of a sender.
 *
 * @param name null to leave it as it is
 * @param makeDefault whether it becomes the scope's default; false leaves that as it is
 */
public record SenderChange(@Nullable String name, boolean makeDefault) {}
