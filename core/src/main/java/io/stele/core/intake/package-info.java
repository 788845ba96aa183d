/**
 * The way in: a caller's draft becomes a durable message.
 *
 * <p>{@link io.stele.core.intake.Intake} checks what can be checked without the store, then hands the submission to a shared
 * commit: submissions that arrive together are written in one transaction
 * ({@link io.stele.core.intake.IntakeStore}). Inside it the {@link io.stele.core.intake.Router} decides, on what the
 * store knows about the person, which endpoint carries the message, and whether it may go at all. The caller is answered after the commit.
 */
@NullMarked
package io.stele.core.intake;

import org.jspecify.annotations.NullMarked;
