"""The questions, in the order in which we ask them."""

from states.question import Question
from states.questions.address import AddressQuestion
from states.questions.back_photo import BackPhotoQuestion
from states.questions.banks import BanksQuestion
from states.questions.birth_date import BirthDateQuestion
from states.questions.both_dates import BothDatesQuestion
from states.questions.call_time import CallTimeQuestion
from states.questions.card_verified import CardVerifiedQuestion
from states.questions.consent import Consent
from states.questions.doc_country import DocCountryQuestion
from states.questions.doc_type import DocTypeQuestion
from states.questions.document_photo import DocumentPhotoQuestion
from states.questions.expiry_date import ExpiryDateQuestion
from states.questions.full_name import FullNameQuestion
from states.questions.issue_date import IssueDateQuestion
from states.questions.local_time import LocalTimeQuestion
from states.questions.lost import Lost
from states.questions.phone import PhoneQuestion
from states.questions.phone_access import PhoneAccessQuestion
from states.questions.route import Route
from states.questions.selfie import SelfieQuestion
from states.questions.transactions import TransactionsQuestion
from states.questions.username import UsernameQuestion
from states.questions.verified import VerifiedQuestion
from states.questions.video import VideoQuestion
from states.questions.warning import Warning_
from states.questions.welcome import Welcome

QUESTIONS: tuple[Question, ...] = (
    Welcome(),
    Lost(),
    Route(),
    Warning_(),
    Consent(),
    UsernameQuestion(),
    PhoneQuestion(),
    PhoneAccessQuestion(),
    FullNameQuestion(),
    BirthDateQuestion(),
    TransactionsQuestion(),
    VerifiedQuestion(),
    AddressQuestion(),
    CardVerifiedQuestion(),
    BanksQuestion(),
    DocTypeQuestion(),
    DocCountryQuestion(),
    ExpiryDateQuestion(),
    IssueDateQuestion(),
    DocumentPhotoQuestion(),
    BothDatesQuestion(),
    BackPhotoQuestion(),
    SelfieQuestion(),
    LocalTimeQuestion(),
    CallTimeQuestion(),
    VideoQuestion(),
)
