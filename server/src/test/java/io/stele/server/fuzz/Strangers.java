package io.stele.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What does not belong where it is put. */
final class Strangers {

    private static final String LONG = "x".repeat(100_000);

    /** Values as they stand in JSON, some of which are none. */
    private static final List<String> JSON = List.of(
            "null", "true", "[]", "{}", "[null]", "[[]]", "{\"\":null}", "0", "-1", "-0", "1.5", "1e2", "2147483648", "9223372036854775807",
            "9223372036854775808", "1e400", "-1e400", "1e-400", "1e2147483647", "1E-2147483649", "1e99999999999", "9".repeat(100_000),
            "0." + "0".repeat(100_000) + "1", "-" + "1".repeat(1_001), "NaN", "Infinity", "01", "+1", ".5", "1.", "0x10",
            "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00a\"", "\"a\\ud83d\"", "\"\\ufffe\\uffff\"", "\"\\u202e\\u200b\"",
            "\"\\u0001\\u001f\\u007f\\u0085\\u2028\"", "\"😀\"", "\"" + "😀".repeat(30_000) + "\"", "\"" + "é\\u0301".repeat(20_000) + "\"",
            "\"" + LONG + "\"", "\"x\ny\"", "\"x\\qy\"", "\"x\\u12\"", "'x'", "\"1e400\"", "\"9\"", "\"-1\"", "\"1.5\"", "\"" + "9".repeat(1_000) + "\"",
            "\"true\"", "\"null\"", "\"+1\"", "\"+99999999999999999\"", "\"+34600111222\"", "\"٣٤٦٠٠١١١٢٢٢\"", "\"a@b\"", "\"" + "a".repeat(500) + "@b.example\"",
            "\"@\"", "\"https://\"", "\"http://127.0.0.1:1/x\"", "\"https://[::1\"", "\"https://example.com/\\u0000\"", "\"file:///etc/passwd\"",
            "\"javascript:alert(1)\"", "\"data:;base64,AAAA\"", "\"////\"", "\"====\"", "\"AA\"", "\"2026-02-30T25:61:61Z\"",
            "\"+1000000000-12-31T23:59:59Z\"", "\"-1000000000-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00+18:00\"", "\"9223372036854775807\"",
            "\"'; drop table message; --\"", "\"%00\"", "\"${7*7}{{7*7}}%n%s%x\"", "\"../../../etc/passwd\"", "\"\\r\\nX-Forged: 1\"", "\"<script>\"",
            "\"text\"", "\"template\"", "\"reaction\"", "\"interactive\"", "\"sms\"", "\"auto\"", "\"en_US\"",
            deep("[", "]", 47), deep("[", "]", 60), deep("[", "]", 100_000), deep("{\"a\":", "}", 40), deep("{\"a\":", "}", 100_000), "[".repeat(100_000),
            many(2_000), colliding(), "[" + "0,".repeat(20_000) + "0]", "{\"a\":1,\"a\":2,\"a\":\"x\"}");

    /** Values as they stand in a path or in a query. */
    private static final List<String> URI = List.of(
            "", "%00", "a%00b", "%01%0A%0D", "%ED%A0%80", "%FF", "%C0%80", "%F0%9F%98%80", "%2e%2e", "..", ".", "%2F", "%5C", "%", "%zz", "%u0000", "+",
            "%20", "%0d%0aX-Forged:%201", "-1", "0", "1", "00", "101", "2147483648", "9223372036854775808", "99999999999999999999", "1e400", "1.5", "NaN",
            "null", "true", "%D9%A3", "2026-02-30", "2026-01-01T00:00:00Z", "2026-01-01", "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z", "-9999-01-01T00:00:00Z", "99999-01-01T00:00:00Z", "0000-00-00T00:00:00Z", "1772438400", "'%20or%20'1'='1", "%25", "%5f%25%5f",
            "kapso()", "kapso(default,*,content)", "kapso((((", "kapso(" + "a,".repeat(3_000) + ")", "kapso(%00)", "a".repeat(5_000), "%41".repeat(3_000),
            "wamid.", "wamid.AAAA", "wamid.%00", "msg_wa_000000000000000000000000000", "msg_wa_test_", "00000000-0000-0000-0000-000000000000",
            "%2B34600111222", "34600111222", "sent", "failed", "queued", "inbound", "INBOUND", "whatsapp", "text", "image", "eyJ2YWx1ZXMiOltdfQ",
            "eyJ2YWx1ZXMiOlt7fSxbXSxudWxsLDFlNDAwXX0", "AAAA", "____", "=", "{}", "[1]", "\"", "<>", "|", "^", "`", "\\", "{\"$ref\":1}", "ÿ", "é");

    private static final List<String> HEADER = List.of(
            "", " ", "\t", "x", "0", "-1", "1e400", "9223372036854775808", "99999999999999999999", "null", "é", "ÿþ", "\u0001", "a\u0000b", "\u007f",
            "x".repeat(300), "x".repeat(7_000), "x".repeat(20_000), ",", ";;;", "a=b;c", "\"", "'--", "%00", "Bearer", "Bearer ", "Bearer  x", "bearer x y", "Basic eDp5",
            "application/json; charset=utf-16", "application/json;charset=nonsense", "application/json; charset=\"", "application/json;;", "/", "json", "*/*",
            "text/event-stream", "text/event-stream;q=0", "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded",
            "gzip", "deflate", "identity", "br", "snappy", "zstd", "chunked", "gzip, chunked", "bytes=0-", "bytes=5-1", "bytes=-0", "bytes=0-1,3-4", "bytes=99999999999999999999-",
            "W/\"x\"", "Thu, 01 Jan 1970 00:00:00 GMT", "100-continue", "upgrade", "h2c", "websocket", "https://page.example", "null, null");

    private Strangers() {}

    static String json(Random random) {
        return one(JSON, random);
    }

    static String uri(Random random) {
        return one(URI, random);
    }

    static String header(Random random) {
        return one(HEADER, random);
    }

    static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** Bytes that are no UTF-8. */
    static byte[] noText(Random random) {
        return one(
                List.of(
                        new byte[] {(byte) 0xff},
                        new byte[] {(byte) 0xc0, (byte) 0x80},
                        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                        new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                        new byte[] {(byte) 0xe2, (byte) 0x82},
                        new byte[] {0},
                        "é".getBytes(StandardCharsets.ISO_8859_1)),
                random);
    }

    private static String deep(String open, String close, int levels) {
        return open.repeat(levels) + "1" + close.repeat(levels);
    }

    private static String many(int members) {
        return IntStream.range(0, members).mapToObj(i -> "\"k" + i + "\":" + i).collect(Collectors.joining(",", "{", "}"));
    }

    /** All of these names have the same hash. */
    private static String colliding() {
        List<String> names = List.of("");
        for (int i = 0; i < 12; i++) {
            names = names.stream().flatMap(name -> List.of(name + "Aa", name + "BB").stream()).toList();
        }
        return names.stream().map(name -> '"' + name + "\":1").collect(Collectors.joining(",", "{", "}"));
    }
}
