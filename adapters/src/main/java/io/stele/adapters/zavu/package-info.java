/**
 * Zavu's API and the domain: what a request asks for ({@link io.stele.adapters.zavu.ZavuDraftReader}), and how messages and
 * threads look ({@link io.stele.adapters.zavu.ZavuMessages}, {@link io.stele.adapters.zavu.ZavuConversationMapper}). Both
 * ways stand side by side, for Zavu is also a provider that messages can go through.
 */
@NullMarked
package io.stele.adapters.zavu;

import org.jspecify.annotations.NullMarked;
