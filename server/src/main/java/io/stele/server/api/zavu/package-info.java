/**
 * Zavu over HTTP: messages, conversations, senders with their webhooks, account (contract §1, §2.1, §2.2, §2.4, §2.9), and files of
 * emails behind short-lived links. What webhooks were told is shown under paths of Stele's own. What goes wrong anywhere under {@code /v1} and {@code /v2} is told in Zavu's envelope.
 */
@NullMarked
package io.stele.server.api.zavu;

import org.jspecify.annotations.NullMarked;
