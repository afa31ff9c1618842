# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The records of a Czech bank, 1993 to 1998, as published for the PKDD'99 challenge (“Berka”):
# client.csv, disp.csv, account.csv and trans.csv, in any order, alone or together. Amounts are in
# koruny: the book should be one in CZK.
#
# In the files, PRIJEM is money in, VYDAJ and VYBER are money out; VKLAD and VYBER are made in cash,
# everything else through a bank. Accounts go below zero now and then, so all get a limit.

[profile]
id=berka
delimiter=;
date=yymmdd
first-year=1950
decimal-mark=.
# Interest of nothing is a row, but no entry.
leave-out-zero=true

[people]
columns=client_id;birth_number;district_id
key={client_id}
username=c{client_id}
name=Client {client_id}

# Who owns an account; others may only dispose of it.
[lookup owner]
columns=disp_id;client_id;account_id;type
where={type}
is=OWNER
key={account_id}
value={client_id}

[accounts]
columns=account_id;district_id;frequency;date
key={account_id}
holder=c{account_id:owner}
reference={account_id}
overdraft=100000
on={date}

[entries]
columns=trans_id;account_id;date;type;operation;amount;k_symbol
key={trans_id}
account=ref:{account_id}
direction={type:directions}
amount={amount}
method={operation:methods}
on={date}
memo={k_symbol:purposes?};bank {bank}, account {account}

# For trans.csv alone: an account that is not there is opened on the day of its first entry, for a
# holder who is known by its number only.
[missing holder]
username=a{account_id}
name=Holder of {account_id}

[missing account]
holder=a{account_id}
reference={account_id}
overdraft=100000
on={date}

[table directions]
PRIJEM=in
VYDAJ=out
VYBER=out

[table methods]
VKLAD=cash
VYBER=cash
*=bank

[table purposes]
POJISTNE=insurance
SLUZBY=statement fee
UROK=interest
SANKC. UROK=interest on overdraft
SIPO=household
DUCHOD=pension
UVER=loan
