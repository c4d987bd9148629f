from datetime import UTC, datetime, timedelta

import pytest

from spojka.encounters.times import ON_THE_WAY, put_right

NOW = datetime(2026, 7, 11, 23, 0, tzinfo=UTC)


def test_a_clock_wrong_by_a_day_is_put_right():
    phone = NOW - timedelta(days=1)

    assert put_right(phone - timedelta(minutes=30), phone, NOW) == NOW - timedelta(minutes=30)


def test_the_way_of_a_sending_does_not_change_the_order_of_a_queue():
    slow = put_right(NOW, NOW, NOW + timedelta(seconds=20))
    soon = put_right(NOW + timedelta(seconds=4), NOW + timedelta(seconds=4), NOW + timedelta(seconds=5))

    assert slow < soon
    assert slow == NOW


@pytest.mark.parametrize("ahead", [timedelta(seconds=1), ON_THE_WAY])
def test_a_phone_a_little_ahead_writes_nothing_into_the_future(ahead):
    assert put_right(NOW + ahead, NOW + ahead, NOW) == NOW


def test_without_a_time_of_sending_the_phone_is_believed():
    assert put_right(NOW, None, NOW + timedelta(hours=5)) == NOW
