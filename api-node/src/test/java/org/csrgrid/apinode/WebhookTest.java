package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.payment.EventKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedApi.class)
class WebhookTest {

    private static final AtomicInteger EVENTS = new AtomicInteger();
    private final ApiFixture api;
    private final String id = "evt_" + EVENTS.incrementAndGet();
    private final String body = """
            {"id":"%s","type":"payment.succeeded","createdAt":"2026-11-23T09:30:00Z",
             "data":{"payment":{"id":"pay_1","reference":"71-72","status":"succeeded","note":"é"}}}""".formatted(id);

    WebhookTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void a_genuine_event_is_stored_as_it_came_and_has_a_job_when_it_is_acknowledged() {
        Answer answer = send(body, signature(body, now(), ApiFixture.WEBHOOK_SECRET));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"received\":true}");
        assertThat(stored().body()).isEqualTo(body);
        assertThat(stored().type()).isEqualTo("payment.succeeded");
        assertThat(job().affinity()).isEqualTo(71);
    }

    @Test
    void a_second_delivery_of_the_same_event_is_acknowledged_and_leaves_one() {
        send(body, signature(body, now(), ApiFixture.WEBHOOK_SECRET));
        Answer again = send(body, signature(body, now().plusSeconds(1), ApiFixture.WEBHOOK_SECRET));

        assertThat(again.status()).isEqualTo(200);
        assertThat(job().version()).isEqualTo(1);
    }

    @Test
    void one_of_several_signatures_is_enough() {
        String good = signature(body, now(), ApiFixture.WEBHOOK_SECRET);
        String several = good.replace(",v1=", ",v1=" + "0".repeat(64) + ",v1=");

        assertThat(send(body, several).status()).isEqualTo(200);
    }

    @Test
    void a_signature_that_does_not_fit_is_refused_and_nothing_is_stored() {
        String good = signature(body, now(), ApiFixture.WEBHOOK_SECRET);

        refused(null);
        refused("");
        refused("v1=" + good.substring(good.indexOf("v1=") + 3));
        refused(good.substring(0, good.length() - 2));
        refused(good.replace(",v1=", ",v0="));
        refused(signature(body, now(), "another secret"));
        refused(signature(body + " ", now(), ApiFixture.WEBHOOK_SECRET));
        refused("t=x," + good.substring(good.indexOf("v1=")));
        refused("t=" + now().getEpochSecond() + ",v1=" + "z".repeat(64));
    }

    @Test
    void a_time_too_far_off_is_refused_in_both_directions() {
        Duration tolerance = Duration.ofSeconds(300);

        refused(signature(body, now().minus(tolerance).minusSeconds(1), ApiFixture.WEBHOOK_SECRET));
        refused(signature(body, now().plus(tolerance).plusSeconds(2), ApiFixture.WEBHOOK_SECRET));
        assertThat(send(body, signature(body, now().minus(tolerance), ApiFixture.WEBHOOK_SECRET))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_signed_body_that_is_no_event_is_malformed() {
        for (String wrong : new String[] {
            "",
            "{",
            "[]",
            "{}",
            body.substring(0, 60),
            body.replace("71-72", "71"),
            body.replace(id, "e v"),
            body.replace(id, "e".repeat(101))
        }) {
            assertThat(send(wrong, signature(wrong, now(), ApiFixture.WEBHOOK_SECRET))
                            .problem())
                    .as(wrong)
                    .isEqualTo("400 malformed-body");
        }
    }

    @Test
    void a_body_above_256_kilobytes_is_too_large_and_one_below_is_not() {
        String large = body.replace("\"é\"", "\"" + "x".repeat(200_000) + "\"");
        String larger = body.replace("\"é\"", "\"" + "x".repeat(300_000) + "\"");

        assertThat(send(large, signature(large, now(), ApiFixture.WEBHOOK_SECRET))
                        .status())
                .isEqualTo(200);
        assertThat(send(larger, signature(larger, now(), ApiFixture.WEBHOOK_SECRET))
                        .problem())
                .isEqualTo("413 body-too-large");
    }

    private void refused(String signature) {
        assertThat(send(body, signature).problem()).as(signature).isEqualTo("401 invalid-signature");
        assertThat(stored()).isNull();
    }

    private Answer send(String content, String signature) {
        Call call = api.post("/api/v1/payments/webhooks/sandbox")
                .with("Content-Type", "application/json")
                .bytes(content.getBytes(StandardCharsets.UTF_8));
        return (signature == null ? call : call.with("Sandbox-Signature", signature)).send();
    }

    private PaymentEvent stored() {
        return api.grid.<EventKey, PaymentEvent>getMap(GridMaps.PAYMENT_INBOX).get(new EventKey("sandbox", id));
    }

    private Job job() {
        return api.grid.<JobKey, Job>getMap(GridMaps.JOBS).get(new JobKey("process-payment-event:sandbox " + id, 71));
    }

    private Instant now() {
        return api.clock.instant();
    }

    private static String signature(String content, Instant time, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal((time.getEpochSecond() + "." + content).getBytes(StandardCharsets.UTF_8));
            return "t=%d,v1=%s".formatted(time.getEpochSecond(), HexFormat.of().formatHex(code));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
