package io.stele.server.start;

import static io.stele.server.start.Setting.STELE_EVENT_RETENTION_DAYS;
import static io.stele.server.start.Setting.STELE_GRAPH_URL;
import static io.stele.server.start.Setting.STELE_MEDIA_LIMIT;
import static io.stele.server.start.Setting.STELE_MEDIA_RETENTION_DAYS;
import static io.stele.server.start.Setting.STELE_OPERATOR_TOKEN;
import static io.stele.server.start.Setting.STELE_PORT;
import static io.stele.server.start.Setting.STELE_PUBLIC_URL;
import static io.stele.server.start.Setting.STELE_RATE_LIMIT;
import static io.stele.server.start.Setting.STELE_SANDBOX_CLOCK;
import static io.stele.server.start.Setting.STELE_WEBHOOK_ALLOW;
import static io.stele.server.start.Setting.STELE_WEBHOOK_LIMIT;

import io.stele.adapters.connector.sandbox.SandboxClock;
import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Cidr;
import io.stele.core.connection.WhatsApp;
import io.stele.core.contact.ConsentWords;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All settings, checked.
 *
 * @param port 0 takes any that is free
 * @param publicUrl the address by which clients reach the server, where it is another than they ask for
 * @param graphUrl where Meta's Graph is, for numbers of which nothing else is said
 * @param numbers the WhatsApp numbers that the settings file lists
 * @param operatorToken opens {@code /operator}, which is closed without
 * @param rateLimit requests per minute and key; 0 for no limit
 * @param mediaLimit how many megabytes a file may have that is fetched
 * @param mediaRetentionDays after how many days files that people sent are deleted; empty for never
 * @param eventRetentionDays for how long events are kept
 * @param webhookGuard where webhooks may be sent to
 * @param consentWords by which people stop marketing, and start it again
 */
public record Settings(
        int port,
        Optional<URI> publicUrl,
        DatabaseSettings database,
        SecretSettings secrets,
        Optional<URI> graphUrl,
        List<DeclaredNumber> numbers,
        Optional<String> operatorToken,
        int rateLimit,
        int mediaLimit,
        OptionalInt mediaRetentionDays,
        int eventRetentionDays,
        SandboxClock sandboxClock,
        AddressGuard webhookGuard,
        int webhookLimit,
        ConsentWords consentWords,
        BootstrapSettings bootstrap) {

    static final String URL = "an http or https URL without user and query, such as https://stele.example.com";

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_RATE_LIMIT = 1_000_000;
    private static final int DEFAULT_MEDIA_LIMIT = 100;

    /** What the provider's client counts up to. */
    private static final int HIGHEST_MEDIA_LIMIT = 2047;

    private static final int HIGHEST_RETENTION_DAYS = 36_500;
    private static final int DEFAULT_EVENT_RETENTION = 30;
    private static final int LONGEST_EVENT_RETENTION = 36_500;
    private static final int DEFAULT_WEBHOOK_LIMIT = 1_000;
    private static final int HIGHEST_WEBHOOK_LIMIT = 100_000;
    private static final Pattern TOKEN = Pattern.compile("[!-~]{8,200}");

    /**
     * Reads the settings from the environment and from the settings file.
     *
     * @throws SettingsException when one is wrong
     */
    static Settings of(Map<String, String> environment, Path workingDirectory) {
        SettingValues values = SettingValues.of(environment, workingDirectory);
        Optional<URI> graph = values.read(STELE_GRAPH_URL, URL, Settings::url);
        return new Settings(
                values.number(STELE_PORT, 0, HIGHEST_PORT, DEFAULT_PORT),
                values.read(STELE_PUBLIC_URL, URL, Settings::url),
                DatabaseSettings.of(values, workingDirectory),
                SecretSettings.of(values, workingDirectory),
                graph,
                DeclaredNumber.of(values.numbers(), environment, graph),
                values.read(STELE_OPERATOR_TOKEN, "8 to 200 printable characters without spaces", text -> Optional.of(text)
                        .filter(token -> TOKEN.matcher(token).matches())),
                values.number(STELE_RATE_LIMIT, 0, HIGHEST_RATE_LIMIT, 0),
                values.number(STELE_MEDIA_LIMIT, 1, HIGHEST_MEDIA_LIMIT, DEFAULT_MEDIA_LIMIT),
                values.number(STELE_MEDIA_RETENTION_DAYS, 1, HIGHEST_RETENTION_DAYS),
                values.number(STELE_EVENT_RETENTION_DAYS, 1, LONGEST_EVENT_RETENTION, DEFAULT_EVENT_RETENTION),
                values.read(
                                STELE_SANDBOX_CLOCK,
                                "three rising delays in milliseconds, sent,delivered,read, where read may be 'never'",
                                SandboxClock::parse)
                        .orElse(SandboxClock.STANDARD),
                values.read(
                                STELE_WEBHOOK_ALLOW,
                                "networks separated by commas, such as 10.1.0.0/16,fd00::/8",
                                Settings::guard)
                        .orElse(AddressGuard.PUBLIC_ONLY),
                values.number(STELE_WEBHOOK_LIMIT, 1, HIGHEST_WEBHOOK_LIMIT, DEFAULT_WEBHOOK_LIMIT),
                ConsentSettings.of(values),
                BootstrapSettings.of(values));
    }

    /** What the framework and its beans are told of them. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port == 0 ? -1 : port);
        properties.put("stele.rate-limit", rateLimit);
        properties.put("stele.media-limit", mediaLimit);
        properties.put("stele.webhook-limit", webhookLimit);
        mediaRetentionDays.ifPresent(days -> properties.put("stele.media-retention-days", days));
        properties.put("stele.event-retention-days", eventRetentionDays);
        publicUrl.ifPresent(url -> properties.put("stele.public-url", url.toString()));
        operatorToken.ifPresent(token -> properties.put("stele.operator-token", token));
        properties.put("datasources.default.url", database.url());
        Optional.ofNullable(database.username()).ifPresent(name -> properties.put("datasources.default.username", name));
        Optional.ofNullable(database.password()).ifPresent(word -> properties.put("datasources.default.password", word));
        return properties;
    }

    /** Nothing: some of them are secret. */
    @Override
    public String toString() {
        return "Settings[…]";
    }

    /**
     * Where providers may be: on the public internet, where webhooks may go, and at the addresses that the operator gives for Graph, also
     * when they are of this machine or of a private network.
     */
    public AddressGuard providerGuard() {
        List<Cidr> networks = new ArrayList<>(webhookGuard.allowed());
        Stream<String> urls = Stream.concat(
                graphUrl.map(URI::toString).stream(),
                numbers.stream().flatMap(number -> Stream.ofNullable(number.settings().get(WhatsApp.URL))));
        urls.flatMap(url -> url(url).map(URI::getHost).stream())
                .flatMap(host -> networks(host).stream())
                .forEach(networks::add);
        return new AddressGuard(networks);
    }

    /** The networks that a host names by itself, without asking for its addresses. */
    private static List<Cidr> networks(String host) {
        Stream<String> networks = host.equalsIgnoreCase("localhost")
                ? Stream.of("127.0.0.0/8", "::1")
                : Stream.of(host.replaceAll("[\\[\\]]", ""));
        return networks.map(Cidr::parse).flatMap(Optional::stream).toList();
    }

    private static Optional<AddressGuard> guard(String text) {
        List<Optional<Cidr>> networks = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Cidr::parse)
                .toList();
        return networks.stream().allMatch(Optional::isPresent)
                ? Optional.of(new AddressGuard(
                        networks.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            boolean isHttp = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            boolean isPlain =
                    url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            boolean isPort = url.getPort() == -1 || url.getPort() > 0 && url.getPort() <= HIGHEST_PORT;
            return isHttp && url.getHost() != null && isPlain && isPort ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
