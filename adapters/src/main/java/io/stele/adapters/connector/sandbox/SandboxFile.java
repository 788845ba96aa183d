package io.stele.adapters.connector.sandbox;

import io.stele.core.message.MediaKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A file that a pretend customer sent: small, but what it says it is.
 *
 * @param fileName only a document has one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would serve nobody
record SandboxFile(String mimeType, byte[] bytes, @Nullable String fileName) {

    private static final int SIDE = 16;
    private static final int SAMPLES_PER_SECOND = 8000;

    /** One pixel. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    /** The file of this kind that the id stands for. */
    static SandboxFile of(MediaKind kind, String id) {
        return switch (kind) {
            case IMAGE -> new SandboxFile("image/png", picture(id), null);
            case VIDEO -> new SandboxFile("video/mp4", film(), null);
            case AUDIO -> new SandboxFile("audio/wav", silence(), null);
            case DOCUMENT -> new SandboxFile("application/pdf", page(), "sandbox.pdf");
            case STICKER -> new SandboxFile("image/webp", Base64.getDecoder().decode(WEBP), null);
        };
    }

    /** In lower-case hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A square of one colour, which the id decides. */
    private static byte[] picture(String id) {
        int colour = id.hashCode();
        ByteBuffer rows = ByteBuffer.allocate(SIDE * (1 + 3 * SIDE));
        for (int row = 0; row < SIDE; row++) {
            rows.put((byte) 0);
            for (int column = 0; column < SIDE; column++) {
                rows.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put((byte) 8).put((byte) 2).array()));
        png.writeBytes(chunk("IDAT", deflated(rows.array())));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) check.getValue())
                .array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] room = new byte[bytes.length + 64];
            return Arrays.copyOf(room, deflater.deflate(room));
        } finally {
            deflater.end();
        }
    }

    /** A film that has no track, and ends as it begins. */
    private static byte[] film() {
        byte[] brand = "isom\0\0\2\0isommp41".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(12, 1000).putInt(20, 0x10000).putShort(24, (short) 0x100);
        header.putInt(36, 0x10000).putInt(52, 0x10000).putInt(68, 0x40000000).putInt(96, 1);
        byte[] movie = box("moov", box("mvhd", header.array()));
        byte[] type = box("ftyp", brand);
        return ByteBuffer.allocate(type.length + movie.length).put(type).put(movie).array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    /** A tenth of a second in which nobody says anything. */
    private static byte[] silence() {
        int samples = SAMPLES_PER_SECOND / 10;
        ByteBuffer wave = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        wave.putInt(SAMPLES_PER_SECOND).putInt(2 * SAMPLES_PER_SECOND).putShort((short) 2).putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        return wave.array();
    }

    /** An empty page. */
    private static byte[] page() {
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 4\n").append(places).append("trailer<</Size 4/Root 1 0 R>>\nstartxref\n");
        return pdf.append(table).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
