package io.stele.server.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.BodyBudget;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;

/** A body that is read as it comes, no more of it than is sensible, and not for ever. */
@Timeout(30)
class PostedBodyTest {

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final BodyBudget budget = new BodyBudget(Long.MAX_VALUE);
    private final BodyBudget.Share share = budget.share();

    /** Pieces, of which one is given whenever one is asked for; then the end, or nothing more. */
    private Publisher<byte[]> pieces(boolean ends, List<byte[]> pieces) {
        return subscriber -> subscriber.onSubscribe(new Subscription() {
            private int next;

            @Override
            public void request(long many) {
                if (next < pieces.size()) {
                    subscriber.onNext(pieces.get(next++));
                } else if (ends) {
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });
    }

    private static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.US_ASCII)).toList();
    }

    @Test
    void whatCameInPiecesIsPutTogether() {
        assertThat(PostedBody.read(pieces(true, texts("ab", "", "c")), Duration.ofSeconds(20), share)).asString().isEqualTo("abc");
    }

    @Test
    void asMuchAsMayComeIsTakenAndNoMore() {
        byte[] half = new byte[PostedBody.MOST / 2];

        assertThat(PostedBody.read(pieces(true, List.of(half, half)), Duration.ofSeconds(20), share)).hasSize(PostedBody.MOST);
        assertThatThrownBy(() -> PostedBody.read(pieces(true, List.of(half, half, new byte[1])), Duration.ofSeconds(20), share))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.BodyTooLarge(PostedBody.MOST)));
        assertThat(cancelled).isTrue();
    }

    @Test
    void whoeverStopsHalfwayIsNotWaitedForWithoutEnd() {
        assertThatThrownBy(() -> PostedBody.read(pieces(false, texts("{")), Duration.ofMillis(50), share))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadBody.class));
        assertThat(cancelled).isTrue();
    }

    @Test
    void aBodyThatBreaksOffIsRefused() {
        Publisher<byte[]> broken = subscriber -> subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long many) {
                subscriber.onError(new IOException("reset"));
            }

            @Override
            public void cancel() {}
        });

        assertThatThrownBy(() -> PostedBody.read(broken, Duration.ofSeconds(20), share)).isInstanceOf(RefusedException.class);
    }

    @Test
    void nothingIsTakenWhenTooMuchIsHeldAlready() {
        BodyBudget small = new BodyBudget(10);
        try (BodyBudget.Share one = small.share();
                BodyBudget.Share other = small.share()) {
            PostedBody.read(pieces(true, texts("123456")), Duration.ofSeconds(20), one);

            assertThatThrownBy(() -> PostedBody.read(pieces(true, texts("1234", "5")), Duration.ofSeconds(20), other))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            refused -> assertThat(refused.rejection()).isInstanceOf(Rejection.Overloaded.class));
        }
        assertThat(cancelled).isTrue();
        assertThat(small.held()).isZero();
    }
}
