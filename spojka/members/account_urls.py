"""What allauth serves here: only what is named. There is no sign-up."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_POST

from .views import account as own
from .views import devices, invitations, myself, passkeys, pins

# allauth leads to these after a change; all are the own account
ALSO_ACCOUNT = ["mfa_index", "mfa_list_webauthn", "account_set_password"]
ours = require_http_methods(["GET", "POST"])  # allauth counts a HEAD as an attempt, and reading must not write

urlpatterns = [
    path("", own.account, name="account"),
    *(path("", own.account, name=name) for name in ALSO_ACCOUNT),
    path("weekly-letter/", myself.weekly_letter, name="weekly_letter"),
    path("demo/", own.enter_demo, name="demo_enter"),
    path("invitation/<str:token>/", invitations.accept, name="invitation_accept"),
    path("recovery-codes/", own.recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/download/", own.recovery_codes_file, name="mfa_download_recovery_codes"),
    path("recovery-codes/new/", ours(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("login/", ours(account.login), name="account_login"),
    path("logout/", ours(account.logout), name="account_logout"),
    path("inactive/", ours(account.account_inactive), name="account_inactive"),
    path("reauthenticate/", ours(account.reauthenticate), name="account_reauthenticate"),
    path("password/change/", ours(account.password_change), name="account_change_password"),
    path("password/reset/", ours(account.password_reset), name="account_reset_password"),
    path("password/reset/done/", ours(account.password_reset_done), name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        ours(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        ours(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("code/", ours(mfa.authenticate), name="mfa_authenticate"),
    path("code/again/", ours(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("code/set-up/", ours(totp.activate_totp), name="mfa_activate_totp"),
    path("code/switch-off/", ours(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("passkeys/options/", passkeys.options, name="passkey_options"),
    path("passkeys/login/", login_not_required(require_POST(webauthn.login_webauthn)), name="mfa_login_webauthn"),
    path("passkeys/again/", ours(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("passkeys/add/", ours(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/rename/", ours(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", ours(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("name/", myself.name, name="my_name"),
    path("e-mail/", myself.address, name="my_address"),
    path("e-mail/<str:token>/", myself.confirm_address, name="my_address_confirm"),
    path("pin/", pins.pin, name="pin"),
    path("devices/<uuid:id>/end/", devices.end, name="device_end"),
    path("devices/others/end/", devices.end_others, name="devices_end_others"),
]
