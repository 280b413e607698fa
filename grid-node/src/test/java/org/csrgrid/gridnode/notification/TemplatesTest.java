package org.csrgrid.gridnode.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.notification.NotificationJobs.EmailWork;
import org.csrgrid.grid.notification.NotificationJobs.NoticeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final List<String> LANGUAGES = List.of("en", "nl", "fr");

    private final Templates templates = new Templates();

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr"})
    void every_language_has_the_same_mails_with_the_same_placeholders_and_other_words(String language) {
        Map<String, Template> english = templates.in("en");
        Map<String, Template> other = templates.in(language);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach((name, template) -> {
            assertThat(other.get(name).placeholders()).as(name).isEqualTo(template.placeholders());
            assertThat(other.get(name).paragraphs()).as(name).hasSameSizeAs(template.paragraphs());
            assertThat(other.get(name).subject()).as(name).isNotEqualTo(template.subject());
        });
    }

    @Test
    void every_notice_has_a_mail_and_every_mail_is_used() {
        Set<String> used =
                new java.util.HashSet<>(Set.of("payment-confirmation", "milestone", Letters.ALREADY_REGISTERED));
        Stream.of(MailKind.values()).map(Letters::template).forEach(used::add);
        Stream.of(NoticeKind.values()).map(Letters::template).forEach(used::add);

        assertThat(templates.names()).isEqualTo(used);
    }

    @Test
    void values_are_escaped_in_html_and_left_alone_in_text_and_subject() {
        EmailWork mail = write("en", Map.of("campaign", "<b>Cats & {amount} $1</b>"));

        assertThat(mail.subject()).isEqualTo("Thank you for your donation to <b>Cats & {amount} $1</b>");
        assertThat(mail.text()).contains("\"<b>Cats & {amount} $1</b>\"");
        assertThat(mail.html())
                .contains("&lt;b&gt;Cats &amp; {amount} $1&lt;/b&gt;")
                .doesNotContain("<b>")
                .contains("<a href=\"https://giving.example/d/1\">");
    }

    @Test
    void a_paragraph_without_its_value_is_left_out() {
        assertThat(write("en", Map.of("match", "€5.00")).text()).contains("The company adds €5.00.");
        assertThat(write("en", Map.of("match", "")).text())
                .doesNotContain("The company")
                .doesNotContain("\n\n\n");
    }

    @Test
    void an_absent_value_is_an_error_and_never_a_hole_in_a_mail() {
        assertThatThrownBy(() -> templates.write("milestone", user("en"), Map.of("campaign", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: one for percent");
    }

    @Test
    void people_read_their_language_whatever_the_country_and_english_where_we_do_not_speak_it() {
        assertThat(write("nl-BE", Map.of()).text()).startsWith("Beste Ann");
        assertThat(write("fr_CA", Map.of()).language()).isEqualTo("fr");
        assertThat(write("de", Map.of()).text()).startsWith("Dear Ann");
        assertThat(write("../../x", Map.of()).language()).isEqualTo("en");
    }

    @Test
    void amounts_dates_and_shares_are_written_as_the_language_does() {
        Money euros = Money.of(123_456, "EUR");
        Instant at = Instant.parse("2026-11-05T23:59:00Z");

        assertThat(LANGUAGES.stream().map(language -> plain(Wording.of(language).money(euros))))
                .containsExactly("€1,234.56", "€ 1.234,56", "1 234,56 €");
        assertThat(LANGUAGES.stream().map(language -> Wording.of(language).date(at)))
                .containsExactly("5 November 2026", "5 november 2026", "5 novembre 2026");
        assertThat(plain(Wording.of("fr").percent(75))).isEqualTo("75 %");
        assertThat(plain(Wording.of("en").money(Money.of(500, "JPY")))).endsWith("500");
        assertThat(plain(Wording.of("en").money(Money.of(1_234, "KWD")))).endsWith("1.234");
    }

    private EmailWork write(String language, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "campaign",
                "Wells",
                "amount",
                "€25.00",
                "date",
                "today",
                "donation",
                "1-2",
                "match",
                "",
                "anonymous",
                ""));
        values.put("link", "https://giving.example/d/1");
        values.putAll(more);
        return templates.write("payment-confirmation", user(language), values);
    }

    /** Languages differ in which kind of blank they put where. */
    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }

    static User user(String language) {
        return new User(
                1,
                "ann@example.org",
                "Ann",
                "hash",
                Set.of(Role.EMPLOYEE),
                0,
                null,
                language,
                "EUR",
                User.Status.ACTIVE,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }
}
