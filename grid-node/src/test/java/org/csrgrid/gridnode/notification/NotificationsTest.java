package org.csrgrid.gridnode.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountJobs;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.account.AccountJobs.MailWork;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.campaign.CountEntries;
import org.csrgrid.grid.cluster.DirtyEntries;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.PledgeRequest;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.gridnode.TestGrid;
import org.csrgrid.gridnode.notification.Mailbox.Received;
import org.csrgrid.mapstore.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the captured payment to the letter box, with a real member, database, gateway and mail server. */
class NotificationsTest {

    private static final long ORGANIZER = 1;
    private static final long DONOR = 5;
    private static final long ADMIN = 9;
    private static final String DONOR_MAIL = "5@example.org";
    private static final String ORGANIZER_MAIL = "1@example.org";
    private static final String ADMIN_MAIL = "9@example.org";

    private final Mailbox mailbox = new Mailbox();
    private final TestGrid grid = TestGrid.start(1, settings());
    private final Campaign campaign = grid.campaign(false);

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(mailbox.settings());
        settings.put("jobs.channels.notifications.backoff", "200ms");
        settings.put("jobs.channels.notifications.tries", "50");
        settings.put("notifications.large-donation-minor", "400000");
        return settings;
    }

    NotificationsTest() {
        user(ORGANIZER, "nl", Role.EMPLOYEE);
        user(DONOR, "fr", Role.EMPLOYEE);
        user(ADMIN, "en", Role.ADMIN);
    }

    @AfterEach
    void stop() {
        grid.close();
        mailbox.close();
    }

    @Test
    void a_captured_donation_is_confirmed_to_its_donor_once_however_often_it_is_settled() {
        DonationKey donation = grid.pledged(campaign, DONOR, 4_200, PaymentMethod.CARD);

        Received mail = mailbox.expect(DONOR_MAIL, 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Merci pour votre don à Clean water");
        assertThat(mail.text())
                .contains("Bonjour User 5", "42,00", "https://giving.example/donations/" + donation)
                .doesNotContain("comptabilité");
        for (int repeat = 0; repeat < 3; repeat++) {
            settleAndWait(donation);
        }
        assertThat(mailbox.to(DONOR_MAIL)).hasSize(1);
        assertThat(mailbox.all()).hasSize(1);
    }

    @Test
    void whether_an_address_is_known_is_told_in_its_own_mailbox_only() {
        account(MailKind.VERIFY_ADDRESS, "new@example.org", "secret-1");
        account(MailKind.VERIFY_ADDRESS, DONOR_MAIL, "secret-2");
        account(MailKind.RESET_PASSWORD, "nobody@example.org", "secret-3");
        account(MailKind.RESET_PASSWORD, ORGANIZER_MAIL, "secret-4");

        assertThat(mailbox.expect("new@example.org", 1).getFirst().text())
                .contains("Beste Zoë", "https://giving.example/account/verify#secret-1");
        assertThat(mailbox.expect(DONOR_MAIL, 1).getFirst().text())
                .contains("avez déjà un compte")
                .doesNotContain("secret-2");
        assertThat(mailbox.expect(ORGANIZER_MAIL, 1).getFirst().text())
                .contains("https://giving.example/account/reset#secret-4");
        Job forNobody = accountMail(MailKind.RESET_PASSWORD, "nobody@example.org", "secret-3");
        await().until(() ->
                grid.jobs().find(JobKey.of(forNobody)).map(Job::state).orElse(JobState.SUCCEEDED)
                        == JobState.SUCCEEDED);
        assertThat(mailbox.to("nobody@example.org")).isEmpty();
    }

    private void account(MailKind kind, String address, String secret) {
        grid.jobs().enqueue(accountMail(kind, address, secret));
    }

    private static Job accountMail(MailKind kind, String address, String secret) {
        return AccountJobs.mail(new MailWork(kind, address, "Zoë", "nl", secret), secret, Instant.now());
    }

    @Test
    void an_anonymous_donor_is_thanked_too_and_told_who_sees_the_name() {
        grid.pledging()
                .pledge(new PledgeRequest(
                        campaign.id(),
                        DONOR,
                        Money.of(4_200, "EUR"),
                        new PledgeDetails(PaymentMethod.PAYROLL, true, null),
                        UUID.randomUUID().toString(),
                        "fingerprint",
                        Instant.now()));

        assertThat(mailbox.expect(DONOR_MAIL, 1).getFirst().text()).contains("auditeurs");
    }

    @Test
    void each_mark_is_told_to_the_organizer_and_the_administrators_once() {
        grid.pledged(campaign, DONOR, 260_000, PaymentMethod.PAYROLL);
        assertThat(mailbox.expect(ORGANIZER_MAIL, 1).getFirst().subject())
                .isEqualTo("Clean water heeft 25% van het doel bereikt");

        grid.pledged(campaign, DONOR, 500_000, PaymentMethod.PAYROLL);
        mailbox.expect(ORGANIZER_MAIL, 3);
        DonationKey last = grid.pledged(campaign, DONOR, 1_000, PaymentMethod.PAYROLL);
        mailbox.expect(DONOR_MAIL, 3);
        mailbox.expect(ADMIN_MAIL, 4);
        settleAndWait(last);

        assertThat(subjects(ORGANIZER_MAIL)).hasSize(3).anyMatch(words -> words.contains("75%"));
        assertThat(subjects(ADMIN_MAIL))
                .containsExactlyInAnyOrder(
                        "Large donation to Clean water: €5,000.00",
                        "Clean water: 25% of the goal",
                        "Clean water: 50% of the goal",
                        "Clean water: 75% of the goal");
    }

    /** What a run leaves that dies after it has settled the donation and before its own end is written: the ledger, the totals, and no notification. */
    @Test
    void a_crash_between_counting_and_telling_still_leads_to_exactly_one_mail_of_each_kind() {
        LedgerEntry pledge = append(pledge(260_000));
        EntryDraft draft = new EntryDraft(Donation.pledged(pledge), new GridIds(grid.grid()).next(), Instant.now());
        DonationKey key = DonationKey.of(pledge);
        LedgerEntry capture = append(draft.of(LedgerKind.CAPTURED)
                .at("payroll", key.toString())
                .once("captured:payroll:" + key)
                .build());
        count(capture);

        grid.crashAndRestart();

        assertThat(mailbox.expect(DONOR_MAIL, 1)).hasSize(1);
        assertThat(mailbox.expect(ORGANIZER_MAIL, 1)).hasSize(1);
        assertThat(mailbox.expect(ADMIN_MAIL, 1)).hasSize(1);
        // A lease that is saved with the donation would keep everybody away from it for a minute.
        await().until(() -> new MemberCalls(grid.grid()).any(new DirtyEntries()) == 0);
        grid.crashAndRestart();
        settleAndWait(key);
        assertThat(grid.donation(key).status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(mailbox.all()).hasSize(3);
    }

    @Test
    void failed_payments_are_told_to_administrators_once_per_campaign_and_hour() {
        grid.pledged(campaign, DONOR, 1_002, PaymentMethod.CARD);
        assertThat(mailbox.expect(ADMIN_MAIL, 1).getFirst().subject()).isEqualTo("Failed payment for Clean water");
        DonationKey second = grid.pledged(campaign, DONOR, 2_002, PaymentMethod.CARD);
        await().until(() -> grid.donation(second).status() == DonationStatus.FAILED);
        settleAndWait(second);

        assertThat(mailbox.all()).hasSize(1);
    }

    @Test
    void dead_jobs_are_told_to_administrators_once_for_each_kind_of_failure_and_never_of_the_telling_itself() {
        for (String id : List.of("11-12", "13-14", "15-16")) {
            DonationKey unknown = DonationKey.parse(id).orElseThrow();
            Job job = PaymentJobs.settleDonation(unknown, Instant.now());
            grid.jobs().enqueue(job);
            awaitState(job, JobState.DEAD);
        }
        Received mail = mailbox.expect(ADMIN_MAIL, 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Background job failed: settle-donation");
        assertThat(mail.text()).contains("expected: one that exists", "settle-donation:");

        Job unfit = NotificationJobs.sendEmail(
                new NotificationJobs.EmailWork("nobody", "", "Hi", "text", "html", "en"), "unfit", Instant.now());
        grid.jobs().enqueue(unfit);
        awaitState(unfit, JobState.DEAD);
        Job also = PaymentJobs.settleDonation(DonationKey.parse("17-18").orElseThrow(), Instant.now());
        grid.jobs().enqueue(also);
        awaitState(also, JobState.DEAD);
        assertThat(mailbox.all()).hasSize(1);
    }

    @Test
    void administrators_hear_of_a_campaign_that_waits_and_not_of_one_that_does_not_after_all() {
        CampaignGrid campaigns = new CampaignGrid(grid.grid());
        Campaign draft = Campaign.draft(77, 7, ORGANIZER, "draft", campaign.content(), Instant.now());
        campaigns.create(draft);
        Job tooEarly = NotificationJobs.approvalNeeded(77, 0, Instant.now().minusSeconds(5));
        grid.jobs().enqueue(tooEarly);
        awaitState(tooEarly, JobState.SUCCEEDED);
        campaigns.change(77, 1, new CampaignAction.Submit(), Instant.now());
        grid.jobs().enqueue(NotificationJobs.approvalNeeded(77, 1, Instant.now().minusSeconds(5)));

        assertThat(mailbox.expect(ADMIN_MAIL, 1).getFirst().subject())
                .isEqualTo("A campaign waits for approval: Clean water");
        assertThat(mailbox.all()).hasSize(1);
    }

    @Test
    void a_mail_waits_for_a_server_that_is_away_and_no_address_is_readable_in_the_database() {
        mailbox.goAway();
        DonationKey donation = grid.pledged(campaign, DONOR, 400_000, PaymentMethod.PAYROLL);
        Job confirmation = NotificationJobs.sendPaymentConfirmation(donation, Instant.now());
        await().until(() -> grid.jobs()
                .find(JobKey.of(confirmation))
                .map(Job::lastError)
                .filter(error -> error.startsWith("MailUnavailableException"))
                .isPresent());
        await().until(() -> !emailPayloads().isEmpty());
        assertThat(emailPayloads()).noneMatch(payload -> payload.contains("example.org"));
        mailbox.comeBack();

        mailbox.expect(DONOR_MAIL, 1);
        mailbox.expect(ADMIN_MAIL, 2);
        assertThat(mailbox.to(DONOR_MAIL)).hasSize(1);
    }

    private List<String> emailPayloads() {
        try (Database database = grid.openDatabase()) {
            return database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT payload FROM job WHERE name = 'send-email'")
                            .mapTo(String.class)
                            .list());
        }
    }

    private List<String> subjects(String address) {
        return mailbox.to(address).stream().map(Received::subject).toList();
    }

    /** Settles the donation once more, and lets everything that follows from it be run. */
    private void settleAndWait(DonationKey key) {
        Job job = PaymentJobs.settleDonation(key, Instant.now());
        grid.jobs().enqueue(job);
        awaitState(job, JobState.SUCCEEDED);
        await().until(() -> grid.grid().<JobKey, Job>getMap(GridMaps.JOBS).values().stream()
                .allMatch(any -> any.state().isOver() && any.followUps().isEmpty()));
    }

    private void awaitState(Job job, JobState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> grid.jobs()
                .find(JobKey.of(job))
                .filter(found -> found.state() == state)
                .isPresent());
    }

    private void user(long id, String language, Role role) {
        grid.grid()
                .getMap(GridMaps.USERS)
                .set(
                        id,
                        new User(
                                id,
                                id + "@example.org",
                                "User " + id,
                                "hash",
                                Set.of(role),
                                0,
                                null,
                                language,
                                "EUR",
                                User.Status.ACTIVE,
                                Instant.EPOCH,
                                Instant.EPOCH,
                                1));
    }

    private LedgerEntry pledge(long cents) {
        GridIds ids = new GridIds(grid.grid());
        Money amount = Money.of(cents, "EUR");
        return new LedgerEntry(
                ids.next(),
                LedgerKind.PLEDGED,
                ids.next(),
                campaign.id(),
                campaign.organizationId(),
                DONOR,
                0,
                amount,
                amount,
                BigDecimal.ONE,
                LedgerEntry.idempotencyGuard(DONOR, UUID.randomUUID().toString()),
                null,
                null,
                0,
                DONOR,
                "fingerprint",
                null,
                new PledgeDetails(PaymentMethod.PAYROLL, false, null),
                null,
                Instant.now());
    }

    private LedgerEntry append(LedgerEntry entry) {
        new LedgerGrid(grid.grid()).append(entry);
        return entry;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void count(LedgerEntry entry) {
        com.hazelcast.map.EntryProcessor processor =
                new CountEntries(List.of(org.csrgrid.domain.campaign.TotalsEntry.of(entry)));
        grid.grid().getMap(GridMaps.CAMPAIGN_TOTALS).executeOnKey(campaign.id(), processor);
    }
}
