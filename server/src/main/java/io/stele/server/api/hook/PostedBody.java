package io.stele.server.api.hook;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.stele.core.refusal.RejectedException;
import io.stele.server.http.BodyBudget;
import io.stele.server.http.ContentCoding;
import io.stele.server.http.Framing;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;

/**
 * Reads what is posted by somebody of whom nothing is known yet. It is held in memory until its signature is checked: that much no
 * provider posts at once, and so long none takes.
 */
final class PostedBody {

    /** Meta says that it posts up to 3 MB. */
    static final int MOST = 4 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PostedBody() {}

    /**
     * The bytes, which are read only now.
     *
     * @param share what holds them
     * @throws RefusedException when there are more than {@link #MOST}, which is known at once where the length is told; or when they do
     *     not come in time; or when they are compressed, or broken
     * @throws RejectedException when too much is being held already
     */
    static byte[] read(HttpRequest<?> request, BodyBudget.Share share) {
        if (!(request instanceof ServerHttpRequest<?> posted)) {
            throw new IllegalArgumentException("a request that came here");
        }
        ContentCoding.requireNone(request);
        ByteBody body = posted.byteBody();
        if (body.expectedLength().orElse(0) > MOST) {
            throw tooLarge();
        }
        byte[] bytes = read(body.toByteArrayPublisher(), PATIENCE, share);
        Framing.requireWhole(request);
        return bytes;
    }

    static byte[] read(Publisher<byte[]> body, Duration patience, BodyBudget.Share share) {
        BoundedBytes bytes = new BoundedBytes(MOST, share);
        body.subscribe(bytes);
        try {
            return bytes.whole().get(patience.toMillis(), TimeUnit.MILLISECONDS).orElseThrow(PostedBody::tooLarge);
        } catch (TimeoutException e) {
            throw unread();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unread();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : unread();
        } finally {
            bytes.cancel();
        }
    }

    private static RefusedException tooLarge() {
        return new RefusedException(new Refusal.BodyTooLarge(MOST));
    }

    private static RefusedException unread() {
        return new RefusedException(new Refusal.BadBody("The body did not come in time"));
    }
}
