package io.stele.adapters.http;

import io.stele.adapters.http.Call.Body;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Calls in the library's form. */
final class Requests {

    private static final String USER_AGENT = "User-Agent";

    private Requests() {}

    /** The request with all of its headers. */
    static ClassicHttpRequest of(Call call, OutboundUrl url) {
        BasicClassicHttpRequest request =
                new BasicClassicHttpRequest(call.method().name(), host(url), url.target());
        request.addHeader("Host", url.authority());
        call.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        if (!request.containsHeader(USER_AGENT)) {
            request.addHeader(USER_AGENT, "Stele");
        }
        Body body = call.body();
        if (body != null) {
            request.addHeader("Content-Type", body.contentType());
            request.addHeader("Content-Length", Integer.toString(body.bytes().length));
            request.setEntity(new ByteArrayEntity(body.bytes(), null));
        } else if (call.method().expectsBody()) {
            request.addHeader("Content-Length", "0");
        }
        return request;
    }

    /** Where it goes to. */
    static HttpHost host(OutboundUrl url) {
        return new HttpHost(url.scheme(), url.host(), url.port());
    }
}
