package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/** A certificate that no authority signed, made for the test. */
public record Certificate(KeyStore store) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** A certificate for these names ({@code dns:a.example,ip:127.0.0.1}), valid for a day. */
    public static Certificate of(String names, Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve(names.replaceAll("[^a-z0-9]", "-") + ".p12");
        Path log = directory.resolve("keytool.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias", "server",
                        "-keyalg", "EC",
                        "-groupname", "secp256r1",
                        "-dname", "CN=server",
                        "-ext", "san=" + names,
                        "-validity", "1",
                        "-storetype", "PKCS12",
                        "-storepass", new String(PASSWORD),
                        "-keystore", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return new Certificate(store);
    }

    /** What a server shows it with. */
    public ServerSocketFactory servers() throws GeneralSecurityException {
        return SSLContexts.custom().loadKeyMaterial(store, PASSWORD).build().getServerSocketFactory();
    }

    /** What a client trusts it with, and nothing else. */
    public SSLContext trust() throws GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        return SSLContexts.custom().loadTrustMaterial(trusted, null).build();
    }
}
